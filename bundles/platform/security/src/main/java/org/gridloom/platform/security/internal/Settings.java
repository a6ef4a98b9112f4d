package org.gridloom.platform.security.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.security.Duty;
import org.gridloom.platform.security.internal.domain.Addresses;
import org.gridloom.platform.security.internal.domain.BackOff;
import org.gridloom.platform.security.internal.domain.PasswordRules;
import org.gridloom.platform.settings.SettingValues;
import org.gridloom.platform.settings.SettingsCheck;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of sign-in, PID {@code org.gridloom.platform.security}; the security administrator's work. */
@Component(
        service = {Settings.class, SettingsCheck.class},
        configurationPid = Settings.PID)
@Designate(ocd = Settings.Config.class)
public class Settings implements SettingsCheck {

    static final String PID = "org.gridloom.platform.security";

    /** What can be set. */
    @ObjectClassDefinition(
            id = Settings.PID,
            name = "账号与登录 / Accounts and sign-in",
            description = "密码、锁定与会话 / Passwords, lockout and sessions")
    public @interface Config {

        @AttributeDefinition(name = "密码最短长度 / Shortest password", min = "10", max = "64")
        int passwordMinLength() default 10;

        @AttributeDefinition(
                name = "失败几次后锁定 / Failures before an account is locked for a source",
                min = "3",
                max = "100")
        int lockoutFailures() default 5;

        @AttributeDefinition(
                name = "账号失败总数 / Failures before an account is locked for all but the machine itself",
                min = "3",
                max = "1000")
        int accountFailures() default 25;

        @AttributeDefinition(
                name = "来源失败总数 / Failures before a source is slowed down for all accounts",
                min = "3",
                max = "10000")
        int sourceFailures() default 50;

        @AttributeDefinition(name = "首次锁定秒数 / Seconds of the first lock, then doubled", min = "1", max = "3600")
        int lockoutSeconds() default 30;

        @AttributeDefinition(name = "最长锁定秒数 / Seconds of the longest lock", min = "1", max = "86400")
        int lockoutMaxSeconds() default 900;

        @AttributeDefinition(
                name = "失败遗忘分钟 / Minutes without failure after which failures are forgotten",
                min = "1",
                max = "1440")
        int failureMemoryMinutes() default 60;

        @AttributeDefinition(name = "会话空闲分钟 / Minutes a session may idle", min = "1", max = "1440")
        int sessionIdleMinutes() default 30;

        @AttributeDefinition(name = "会话最长小时 / Hours a session lives at most", min = "1", max = "168")
        int sessionHours() default 12;

        @AttributeDefinition(
                name = "可信代理 / Trusted proxies",
                description = "其 X-Forwarded-For、-Proto 与 -Host 被采信的代理地址或网段,另加 GRIDLOOM_PROXY / Addresses or"
                        + " ranges of reverse proxies whose X-Forwarded-For, -Proto and -Host are believed, besides those"
                        + " of GRIDLOOM_PROXY")
        String[] trustedProxies() default {};
    }

    private volatile Values values;

    @Activate
    @Modified
    void change(Config config) {
        values = new Values(config);
    }

    @Override
    public String module() {
        return PID;
    }

    @Override
    public List<Violation> check(SettingValues wanted) {
        List<Violation> faults = new ArrayList<>();
        long longest = wanted.number("lockoutMaxSeconds");
        if (wanted.number("lockoutSeconds") > longest) {
            faults.add(Violation.of(
                    "lockoutSeconds",
                    Text.of("不能长于最长锁定 %d 秒", "Must not be longer than the longest lock, %d seconds", longest)));
        }
        try {
            new Addresses(wanted.list("trustedProxies"));
        } catch (IllegalArgumentException e) {
            faults.add(Violation.of(
                    "trustedProxies",
                    Text.of("只能是 IP 地址或网段,如 10.0.0.0/8", "Must be IP addresses or ranges such as 10.0.0.0/8")));
        }
        return faults;
    }

    @Override
    public Duty duty() {
        return Duty.SECURITY;
    }

    public PasswordRules passwordRules() {
        return values.passwordRules;
    }

    BackOff pairBackOff() {
        return values.pair;
    }

    BackOff accountBackOff() {
        return values.account;
    }

    BackOff sourceBackOff() {
        return values.source;
    }

    Duration sessionIdle() {
        return values.idle;
    }

    Duration sessionAge() {
        return values.age;
    }

    Duration failureMemory() {
        return values.pair.memory();
    }

    public boolean trusts(String proxy) {
        return values.proxies.contain(proxy);
    }

    private static final class Values {

        private final PasswordRules passwordRules;
        private final BackOff pair;
        private final BackOff account;
        private final BackOff source;
        private final Duration idle;
        private final Duration age;
        private final Addresses proxies;

        Values(Config config) {
            passwordRules = new PasswordRules(config.passwordMinLength());
            Duration first = Duration.ofSeconds(config.lockoutSeconds());
            Duration longest = Duration.ofSeconds(config.lockoutMaxSeconds());
            Duration memory = Duration.ofMinutes(config.failureMemoryMinutes());
            pair = new BackOff(config.lockoutFailures(), first, longest, memory);
            account = new BackOff(config.accountFailures(), first, longest, memory);
            source = new BackOff(config.sourceFailures(), first, longest, memory);
            idle = Duration.ofMinutes(config.sessionIdleMinutes());
            age = Duration.ofHours(config.sessionHours());
            proxies = new Addresses(Stream.concat(
                            Stream.of(config.trustedProxies()),
                            Stream.of(Objects.toString(System.getenv("GRIDLOOM_PROXY"), "")
                                    .split("[,\\s]+")))
                    .toList());
        }
    }
}
