package org.gridloom.platform.operations.internal.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScrubberTest {

    private final Scrubber scrubber = new Scrubber(List.of("zhang.wei", "s3cret-of-db"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "call 13800138000 now | 13800138000",
                "tel:+86 138-0013-8000 | 8000",
                "call 024-23456789 | 23456789",
                "id 210102199001011234 | 210102199001011234",
                "id 21010219900101123X, | 21010219900101123X",
                "card 6222021234567890123 | 6222021234567890123",
                "mail zhang@example.org | zhang@example.org",
                "the person 张伟 at 南市场街道 | 张伟",
                "account zhang.wei signed in | zhang.wei",
                "jdbc:postgresql://db/x?user=u&password=hunter22&ssl=true | hunter22",
                "postgresql://user:hunter22@db/x | hunter22",
                "Authorization: Basic YWRtaW46c2VjcmV0 | YWRtaW46c2VjcmV0",
                "Cookie: gridloom=abcdef0123456789 | abcdef0123456789",
                "got Bearer abc.def-123456 | abc.def-123456",
                "{\"accessToken\": \"abc123\"} | abc123",
                "smsApiKey=abc123 | abc123",
                "{\"password\":\"a,b)c&d\"} | c&d",
                "failed (password=a)b) | a)b",
                "opened with s3cret-of-db | s3cret-of-db",
            })
    void whatIsSecretOrTellsOfAPersonGoes(String text, String gone) {
        assertThat(scrubber.scrub(text)).doesNotContain(gone).contains("[");
    }

    @Test
    void aPrivateKeyGoesWithAllItsLines() {
        assertThat(scrubber.scrub("a\n-----BEGIN PRIVATE KEY-----\nMIIEv\nQIBAD\n-----END PRIVATE KEY-----\nb"))
                .isEqualTo("a\n[private key]\nb");
        assertThat(scrubber.scrub("-----BEGIN EC PRIVATE KEY-----\nMIIEv")).doesNotContain("MIIEv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-26T06:48:12.123+00:00 INFO [main] o.g.Thing (bundle) 12 ms",
                "unit 210102021011 was read",
                "at org.gridloom.platform.rest.internal.server.EdgeFilter.doFilter(EdgeFilter.java:53)",
                "gridloom_disk_free_bytes 52345678901",
                "gridloom_request_duration_seconds_bucket{operation=\"/points/{id}\",le=\"0.005\"} 17",
                "request 6f9619ff-8b86-d011-b42d-00cf4fc964ff",
            })
    void whatHelpsSupportStays(String text) {
        assertThat(scrubber.scrub(text)).isEqualTo(text);
    }

    @Test
    void settingsThatMayBeSecretAreOnlySaidToBeThere() {
        assertThat(Scrubber.masked(
                        Map.of("sms.accessKeyId", "LTAI5", "dbPassword", "x", "accent", "#b42318"), Set.of()))
                .isEqualTo(Map.of("sms.accessKeyId", "[set]", "dbPassword", "[set]", "accent", "#b42318"));
    }
}
