package org.gridloom.platform.operations.internal.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.files.DataFolder;
import org.gridloom.platform.metric.Metric;
import org.gridloom.platform.metric.Metric.Sample;
import org.gridloom.platform.operations.internal.doctor.Doctor;
import org.gridloom.platform.operations.internal.doctor.DoctorReport;
import org.gridloom.platform.operations.internal.metrics.Metrics;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestFiles;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

class SupportBundlesTest {

    private static final List<String> PRIVATE = List.of(
            "张伟",
            "南市场街道",
            "13800138000",
            "210102199001011234",
            "lijuan88",
            "sms-secret-77",
            "li@example.org",
            "tk-99ff",
            "quiet-owl-9");

    @RegisterExtension
    final TestDatabase db = TestDatabase.of();

    @TempDir
    private Path folder;

    private SupportBundles bundles;

    /** Puts what must not leave the house wherever it might lie. */
    @BeforeEach
    void fill() throws Exception {
        DataFolder data = TestFiles.in(folder);
        data.write("keys/person.key", "sms-secret-77".getBytes(StandardCharsets.UTF_8));
        data.write("admin.properties", "password=sms-secret-77".getBytes(StandardCharsets.UTF_8));
        data.write("log/gridloom.log", """
                2026-11-26T06:00:00.000+00:00 WARN  [main] x (y) a person 张伟 of 南市场街道, phone 13800138000
                2026-11-26T06:00:00.000+00:00 WARN  [main] x (y) lijuan88 gave 210102199001011234, token=tk-99ff, then quiet-owl-9
                """.getBytes(StandardCharsets.UTF_8));
        data.write("log/access.log", "r-1 GET /people/{id} 200 3 ms li@example.org\n".getBytes(StandardCharsets.UTF_8));
        db.access().signIn("lijuan88");
        db.platform().run(tx -> {
            tx.audit(AuditEntry.created(
                    "test.person.made", "person/1", null, Map.of("name", "张伟", "phone", "13800138000")));
            tx.publish(new EventDraft("test.person.made", 1, "person/1", null, Map.of("id", "210102199001011234")));
        });

        Doctor doctor = mock(Doctor.class);
        Text words = Text.of("张伟", "parked for 13800138000");
        when(doctor.look())
                .thenReturn(new DoctorReport(
                        db.clock().instant(),
                        Finding.Level.WARNING,
                        List.of(Finding.warning("events", words, words, words))));
        Metrics metrics = new Metrics(db.access());
        var source = Metric.gauge("gridloom_x", "X", List.of(Sample.of(Map.of("who", "lijuan88"), 1)));
        metrics.addSource(() -> List.of(source));
        bundles = new SupportBundles(
                db.access(),
                db.platform(),
                data,
                db.clock(),
                doctor,
                metrics,
                new Container(context(), runtime(), configurations(), secrets()));
    }

    private static BundleContext context() {
        BundleContext context = mock(BundleContext.class);
        Bundle bundle = mock(Bundle.class);
        when(bundle.getSymbolicName()).thenReturn("org.gridloom.points");
        when(bundle.getVersion()).thenReturn(Version.valueOf("1.2.3"));
        when(bundle.getState()).thenReturn(Bundle.ACTIVE);
        when(context.getBundle()).thenReturn(bundle);
        when(context.getBundles()).thenReturn(new Bundle[] {bundle});
        return context;
    }

    private static ServiceComponentRuntime runtime() {
        ServiceComponentRuntime runtime = mock(ServiceComponentRuntime.class);
        when(runtime.getComponentDescriptionDTOs(any(Bundle[].class))).thenReturn(List.of());
        return runtime;
    }

    /** A module that says of its setting that it is secret, which its name does not tell. */
    private static SecretSettings secrets() {
        SecretSettings secrets = mock(SecretSettings.class);
        when(secrets.of("org.gridloom.sms")).thenReturn(Set.of("pin"));
        return secrets;
    }

    private static ConfigurationAdmin configurations() throws Exception {
        ConfigurationAdmin admin = mock(ConfigurationAdmin.class);
        Configuration sms = mock(Configuration.class);
        when(sms.getPid()).thenReturn("org.gridloom.sms");
        when(sms.getProperties())
                .thenReturn(new Hashtable<>(Map.of(
                        "accessKey",
                        "sms-secret-77",
                        "contact",
                        "13800138000",
                        "sign",
                        "南市场街道",
                        "retries",
                        3,
                        "pin",
                        "quiet-owl-9")));
        when(admin.listConfigurations(null)).thenReturn(new Configuration[] {sms});
        return admin;
    }

    @Test
    void nothingOfPeopleOrSecretsIsInIt() throws IOException {
        Map<String, String> parts = unzipped(bundles.bytes());

        parts.forEach((name, content) -> assertThat(content).as(name).doesNotContain(PRIVATE));
    }

    @Test
    void whatHelpsIsInIt() throws IOException {
        Map<String, String> parts = unzipped(bundles.bytes());

        assertThat(parts.get("bundles.json")).contains("org.gridloom.points", "1.2.3", "active");
        assertThat(parts.get("configuration.json"))
                .contains("\"retries\" : \"3\"", "\"accessKey\" : \"[set]\"", "\"pin\" : \"[set]\"");
        assertThat(parts.get("tables.json")).contains("\"platform_event\" : 1");
        assertThat(parts.get("threads.txt")).contains("\"main\"");
        assertThat(parts.get("doctor.json")).contains("WARNING", "parked for");
        assertThat(parts.get("log/gridloom.log")).contains("WARN  [main] x (y) a person");
        assertThat(parts.get("log/access.log")).contains("GET /people/{id} 200 3 ms");
        assertThat(parts.get("metrics.txt")).contains("gridloom_x{");
    }

    @Test
    void aBundleIsAFileForItsOwnerAndAudited() throws IOException {
        SupportBundles.Made made = bundles.make(null);

        assertThat(made.file().getParent()).isEqualTo(folder.resolve("support"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.file())))
                .isEqualTo("rw-------");
        assertThat(Files.size(made.file())).isEqualTo(made.bytes());
        assertThat(db.audit()).extracting(RecordedAudit::action).contains("platform.support.made");
        assertThatThrownBy(() -> bundles.make(made.file().toString())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> bundles.make(folder.resolve("keys/s.zip").toString()))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> bundles.make("none/s.zip")).isInstanceOf(Problem.class);
    }

    @Test
    void nobodyMakesOneWithoutThePermission() {
        db.access().signIn("clerk", Map.of());

        assertThatThrownBy(bundles::bytes).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> bundles.make(null)).isInstanceOf(Problem.class);
    }

    private static Map<String, String> unzipped(byte[] bytes) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
