package org.gridloom.itests.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.gridloom.itests.harness.Accounts;
import org.gridloom.itests.harness.BootedDistrict;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Gridloom.Login;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.Rest.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Personal data: what lies on disk, who sees what, and what is left after an erasure. */
@ExtendWith(BootedDistrict.class)
class PrivacyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PIECE = 1 << 20;
    private static final String PEOPLE = "/api/organization/people";
    private static final String UNIT = "210102021";

    private final Gridloom gridloom;
    private final Rest rest;

    PrivacyIT(Gridloom gridloom) {
        this.gridloom = gridloom;
        rest = gridloom.rest();
    }

    @Test
    void whoeverHasTheFilesHasNoNumberInClear() throws IOException {
        String phone = "13977654321";
        String id = "210102198107146637";
        String code = create("DISK-1", "白马非马Baima7431", phone, id);
        rest.with("Idempotency-Key", UUID.randomUUID().toString())
                .post(PEOPLE, person("DISK-2", "白马亦马", "13977654322", null))
                .expect(201);
        reveal(code, "phone").ok();
        rest.post(PEOPLE + "/search", Map.of("phone", phone)).ok();
        rest.post(PEOPLE, person("DISK-3", "黑马", "1397765432", id)).expect(422);

        Path backup = gridloom.data().resolve("backups/privacy-it.zip");
        try (Console console = gridloom.console()) {
            assertThat(console.run("gridloom:backup " + backup, PATIENCE).ok().output())
                    .contains("master.keys");
        }
        try (ZipFile archive = new ZipFile(backup.toFile())) {
            assertThat(archive.stream().map(ZipEntry::getName)).noneMatch(name -> name.contains("master.keys"));
            assertThat(read(archive, "tables/organization_person")).contains("白马非马");
            archive.stream()
                    .forEach(entry -> assertThat(read(archive, entry.getName()))
                            .as(entry.getName())
                            .doesNotContain(phone, "13977654322", id));
        }
        if (Files.isDirectory(gridloom.data().resolve("db"))) {
            // What is in clear is found there; H2 writes Chinese in a form of its own.
            await().atMost(PATIENCE).until(() -> anyFileHolds("db", "Baima7431"));
        }
        for (String secret : List.of(phone, "13977654322", id)) {
            assertThat(anyFileHolds("", secret)).as(secret).isFalse();
        }
    }

    @Test
    void aNumberIsSeenWithPermissionAndReasonAndThePersonLearnsOfIt() {
        String code = create("LOOK-1", "赵一", "13811112222", "210102197303120018");
        JsonNode shown = rest.get(PEOPLE + "/" + code).ok().json();
        assertThat(shown.get("phone").asText()).isEqualTo("138****2222");
        assertThat(shown.get("idNumber").asText()).isEqualTo("2101**********0018");

        assertThat(reveal(code, "phone").ok().json().get("value").asText()).isEqualTo("13811112222");
        rest.post(PEOPLE + "/" + code + "/reveal", Map.of("field", "phone", "reason", " "))
                .expect(422);
        rest.post(PEOPLE + "/" + code + "/reveal", Map.of("field", "name", "reason", "核实"))
                .expect(422);
        Answer kept = rest.with("Idempotency-Key", UUID.randomUUID().toString())
                .post(PEOPLE + "/" + code + "/reveal", Map.of("field", "phone", "reason", "核实"));
        kept.expect(422);
        assertThat(kept.body()).doesNotContain("13811112222");

        Accounts accounts = new Accounts(gridloom);
        Login reader = accounts.create(
                "privacy-reader", UNIT, accounts.role("privacy-reader", List.of("organization.person.read")));
        Rest staff = gridloom.anonymous().as(reader.username(), reader.password());
        staff.get(PEOPLE + "/" + code).ok();
        staff.post(PEOPLE + "/" + code + "/reveal", Map.of("field", "phone", "reason", "好奇"))
                .expect(403);

        JsonNode looks = rest.get(subject(code) + "/looks").ok().json();
        assertThat(looks).hasSize(1);
        assertThat(looks.get(0).get("reason").asText()).isEqualTo("上门核实");
        assertThat(looks.get(0).get("origin").asText()).isEqualTo("rest");
        JsonNode export = rest.post(subject(code) + "/export", Map.of("reason", "本人申请"))
                .ok()
                .json();
        assertThat(export.get("held").findValuesAsText("value")).contains("赵一", "13811112222", "210102197303120018");
        rest.post(PEOPLE, person("LOOK-2", "赵二", null, "210102197303120018")).expect(409);
    }

    @Test
    void keysAreRotatedWhileEverythingStaysReadableAndAnErasureIsForGood() {
        String code = create("GONE-1", "钱二", "13733334444", null);
        String other = create("STAY-1", "钱三", "13755556666", null);
        try (Console console = gridloom.console()) {
            console.run("privacy:rotate", PATIENCE).ok();
            assertThat(reveal(other, "phone").ok().json().get("value").asText()).isEqualTo("13755556666");
            console.run("privacy:drop-key 1").ok();
            console.run("privacy:erase person/" + code + " --reason 本人要求删除").ok();
            console.run("privacy:erase person/" + code + " --reason 本人要求删除").refused();
            assertThat(console.run("organization:person-reveal " + other + " --reason 核实")
                            .ok()
                            .output())
                    .contains("13755556666");
            console.run("privacy:fields").ok();
            assertThat(console.run("privacy:looks person/" + other).ok().output())
                    .contains("核实");
            console.run("audit:verify", PATIENCE).ok();
        }
        JsonNode erased = rest.get(PEOPLE + "/" + code).ok().json();
        assertThat(erased.get("erased").asBoolean()).isTrue();
        assertThat(erased.get("name").asText()).doesNotContain("钱");
        reveal(code, "phone").expect(410);
        assertThat(reveal(other, "phone").ok().json().get("value").asText()).isEqualTo("13755556666");
    }

    private String create(String code, String name, String phone, String idNumber) {
        rest.post(PEOPLE, person(code, name, phone, idNumber)).expect(201);
        return code;
    }

    private static Map<String, Object> person(String code, String name, String phone, String idNumber) {
        Map<String, Object> person = new HashMap<>(Map.of("code", code, "name", name, "unit", UNIT));
        person.put("phone", phone);
        person.put("idNumber", idNumber);
        return person;
    }

    private Answer reveal(String code, String field) {
        return rest.post(PEOPLE + "/" + code + "/reveal", Map.of("field", field, "reason", "上门核实"));
    }

    private static String subject(String code) {
        return "/api/privacy/subjects/person/" + code;
    }

    private static String read(ZipFile archive, String name) {
        try {
            return new String(archive.getInputStream(archive.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks into the bytes of every file below the folder of the data folder; backups were looked into already. */
    private boolean anyFileHolds(String folder, String text) throws IOException {
        try (Stream<Path> files = Files.walk(gridloom.data().resolve(folder))) {
            return files.filter(Files::isRegularFile).anyMatch(file -> holds(file, text));
        }
    }

    /** Piece by piece, with what a text at the edge of two pieces needs; bytes as Latin-1 characters, one each. */
    private static boolean holds(Path file, String text) {
        String sought = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (InputStream in = Files.newInputStream(file)) {
            String edge = "";
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                String seen = edge + new String(piece, StandardCharsets.ISO_8859_1);
                if (seen.contains(sought)) {
                    return true;
                }
                edge = seen.substring(Math.max(0, seen.length() - sought.length()));
            }
            return false;
        } catch (IOException gone) {
            return false;
        }
    }
}
