package org.gridloom.platform.operations.internal.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gridloom.platform.diagnosis.Diagnosis;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Examines until when the certificates of {@code GRIDLOOM_TLS_CERT} hold. */
@Component(service = Diagnosis.class, configurationPid = DoctorSettings.PID)
public final class CertificateDiagnosis implements Diagnosis {

    /** PEM file with the certificate and those that vouch for it. */
    static final String VARIABLE = "GRIDLOOM_TLS_CERT";

    private static final String CHECK = "tls.certificate";
    private static final Text RENEW = Text.of(
            "更新证书文件后重启:openssl x509 -enddate -noout -in 文件",
            "Put a new one there and start anew; openssl x509 -enddate -noout -in FILE");

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
        String file = environment.apply(VARIABLE);
        if (file == null || file.isBlank()) {
            return List.of();
        }
        try (InputStream in = Files.newInputStream(Path.of(file.trim()))) {
            return List.of(finding(
                    file.trim(), ending(CertificateFactory.getInstance("X.509").generateCertificates(in))));
        } catch (IOException | CertificateException e) {
            return List.of(unreadable(file.trim()));
        }
    }

    /** The first of the chain to end ends it. */
    private static Instant ending(Collection<? extends Certificate> chain) throws CertificateException {
        return chain.stream()
                .map(certificate ->
                        ((X509Certificate) certificate).getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow(() -> new CertificateException("There is none"));
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

    private static Finding unreadable(String file) {
        return Finding.problem(
                CHECK,
                Text.of("证书 %s 无法读取", "The certificate %s cannot be read", file),
                Text.of("文件不存在、无权读取,或不是 PEM", "It is not there, not for the server's user to read, or no PEM"),
                Text.of("ls -l %s", "ls -l %s", file));
    }
}
