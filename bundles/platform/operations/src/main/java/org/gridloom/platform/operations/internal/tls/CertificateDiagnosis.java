package org.gridloom.platform.operations.internal.tls;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gridloom.platform.diagnosis.Diagnosis;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.operations.internal.doctor.DoctorSettings;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Examines until when the certificate holds, and whether what lies there would be taken up. */
@Component(service = Diagnosis.class, configurationPid = DoctorSettings.PID)
public final class CertificateDiagnosis implements Diagnosis {

    static final String CERTIFICATE = "GRIDLOOM_TLS_CERT";
    static final String KEY = "GRIDLOOM_TLS_KEY";

    private static final String CHECK = "tls.certificate";
    private static final Text RENEW = Text.of(
            "替换证书与私钥文件,数秒后自动生效:openssl x509 -enddate -noout -in 文件",
            "Replace both files, they are taken up within seconds; openssl x509 -enddate -noout -in FILE");

    private final DoctorSettings settings;
    private final Clock clock;
    private final UnaryOperator<String> environment;

    @Activate
    public CertificateDiagnosis(DoctorSettings settings, @Reference Clock clock) {
        this(settings, clock, System::getenv);
    }

    CertificateDiagnosis(DoctorSettings settings, Clock clock, UnaryOperator<String> environment) {
        this.settings = settings;
        this.clock = clock;
        this.environment = environment;
    }

    @Override
    public List<Finding> findings() {
        String certificate = environment.apply(CERTIFICATE);
        String key = environment.apply(KEY);
        if (certificate == null || certificate.isBlank() || key == null || key.isBlank()) {
            return List.of();
        }
        try {
            return List.of(finding(
                    certificate,
                    Certificates.read(Path.of(certificate), Path.of(key)).ends()));
        } catch (UnusablePemException e) {
            return List.of(Finding.problem(
                    CHECK,
                    Text.of("证书 %s 无法使用", "The certificate %s cannot be used", certificate),
                    new Text(e.zh(), e.en()),
                    Text.of(
                            "更正文件;在此之前沿用原证书,重启则无法启动",
                            "Put it right; until then the former stays in force, and a restart is refused")));
        }
    }

    private Finding finding(String file, Instant end) {
        long days = Duration.between(clock.instant(), end).toDays();
        if (!end.isAfter(clock.instant())) {
            return Finding.problem(
                    CHECK,
                    Text.of("证书 %s 已于 %s 到期", "The certificate %s ended on %s", file, end),
                    Text.of("浏览器与手机拒绝连接", "Browsers and phones refuse to connect"),
                    RENEW);
        }
        Text what = Text.of("证书 %s 还有 %d 天到期", "The certificate %s holds for %d more days", file, days);
        return days >= settings.certificateDays()
                ? Finding.ok(CHECK, what)
                : Finding.warning(
                        CHECK,
                        what,
                        Text.of("到期后浏览器与手机拒绝连接", "After that browsers and phones refuse to connect"),
                        RENEW);
    }
}
