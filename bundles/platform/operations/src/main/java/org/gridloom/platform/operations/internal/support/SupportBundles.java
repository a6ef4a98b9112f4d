package org.gridloom.platform.operations.internal.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.files.DataFolder;
import org.gridloom.platform.operations.internal.Permissions;
import org.gridloom.platform.operations.internal.backup.TableCounts;
import org.gridloom.platform.operations.internal.doctor.Doctor;
import org.gridloom.platform.operations.internal.metrics.Metrics;
import org.gridloom.platform.persistence.Indispensable;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts together what support needs to help, and nothing of people or secrets: every part goes through the scrubber. */
@Component(service = SupportBundles.class)
public final class SupportBundles {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern(
                    "'gridloom-support-'yyyyMMdd-HHmmss'.zip'")
            .withZone(ZoneOffset.UTC);

    private static final int LOG_BYTES = 4 << 20;
    private static final String FOLDER = "support";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private static final String README = """
            What Gridloom's support needs to find a fault: versions, what the doctor found, bundles and components,
            settings, threads, metrics, the ends of the logs, and how many rows each table has.

            It holds no rows of the database. Values of settings that may be secret are left out. In all parts,
            numbers that may be phones or identity cards, e-mail addresses, names of accounts and all Chinese text
            are replaced by words in brackets. Look through it all the same before you send it.
            """;

    /** A bundle that was made. */
    public record Made(Path file, long bytes) {}

    private final Access access;
    private final Transactions transactions;
    private final DataFolder data;
    private final Clock clock;
    private final Doctor doctor;
    private final Metrics metrics;
    private final Container container;

    @Activate
    public SupportBundles(
            @Reference Access access,
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions,
            @Reference DataFolder data,
            @Reference Clock clock,
            @Reference Doctor doctor,
            @Reference Metrics metrics,
            @Reference Container container) {
        this.access = access;
        this.transactions = transactions;
        this.data = data;
        this.clock = clock;
        this.doctor = doctor;
        this.metrics = metrics;
        this.container = container;
    }

    /** A name of the time. */
    public String name() {
        return NAME.format(clock.instant());
    }

    /**
     * Makes a bundle as a file of mode 600.
     *
     * @param name null for one of the time; a relative one lies in the folder {@code support} of the data folder
     * @throws Problem {@link Problem.Kind#CONFLICT} if there is such a file
     */
    public Made make(String name) throws IOException {
        access.requireEverywhere(Permissions.SUPPORT);
        Path folder = data.folder(FOLDER);
        Path file =
                folder.resolve(name == null ? name() : name).toAbsolutePath().normalize();
        if (Files.exists(file)) {
            throw Problem.conflict(Text.of("文件 %s 已存在", "The file %s is there already", file));
        }
        if (file.getParent() == null || !Files.isDirectory(file.getParent())) {
            throw Problem.invalid("file", Text.of("没有目录 %s", "There is no folder %s", file.getParent()));
        }
        if (file.startsWith(data.path()) && !file.startsWith(folder)) {
            throw Problem.invalid(
                    "file", Text.of("数据目录内只能放在 %s", "Within the data folder it can only lie in %s", folder));
        }
        byte[] content = bytes();
        FileAttribute<?> mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (OutputStream out = Channels.newOutputStream(
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode))) {
            out.write(content);
        }
        return new Made(file, content.length);
    }

    /** A bundle as it is sent. That it was made is audited. */
    public byte[] bytes() throws IOException {
        access.requireEverywhere(Permissions.SUPPORT);
        Scrubber scrubber = new Scrubber(known());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> part : parts().entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(scrubber.scrub(part.getValue()).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        Indispensable.run(() -> transactions.run(tx -> tx.audit(AuditEntry.created(
                "platform.support.made", "support/" + name(), null, Map.of("bytes", bytes.size())))));
        return bytes.toByteArray();
    }

    private Map<String, String> parts() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("README.txt", README);
        parts.put("versions.json", json(container.versions()));
        parts.put(
                "doctor.json",
                json(doctor.look().findings().stream()
                        .map(SupportBundles::shown)
                        .toList()));
        parts.put("bundles.json", json(container.bundles()));
        parts.put("components.json", json(container.components()));
        parts.put("configuration.json", json(container.configuration()));
        parts.put("environment.json", json(environment()));
        parts.put("tables.json", json(tables()));
        parts.put("metrics.txt", metrics.text());
        parts.put("threads.txt", Threads.dump());
        Path log = data.path().resolve("log");
        parts.put("log/gridloom.log", Tail.of(log.resolve("gridloom.log"), LOG_BYTES));
        parts.put("log/access.log", Tail.of(log.resolve("access.log"), LOG_BYTES));
        return parts;
    }

    private static Map<String, String> shown(Finding finding) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("check", finding.check());
        shown.put("level", finding.level().name());
        shown.put("what", finding.what().en());
        if (finding.cause() != null) {
            shown.put("cause", finding.cause().en());
        }
        return shown;
    }

    private static Map<String, String> environment() {
        Map<String, String> ours = new TreeMap<>(System.getenv());
        ours.keySet()
                .removeIf(name -> !name.startsWith("GRIDLOOM_") && !name.equals("JAVA_HOME") && !name.equals("TZ"));
        return Scrubber.masked(ours, Set.of());
    }

    private TableCounts tables() {
        return transactions.read(tx -> {
            try {
                return TableCounts.of(tx.connection());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Who has ever done something here, and what modules and the environment call secret. */
    private List<String> known() {
        List<String> known = new ArrayList<>(accounts());
        known.addAll(container.secrets());
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("GRIDLOOM_") && name.matches(".*(PASSWORD|SECRET|TOKEN).*")) {
                known.add(value);
            }
        });
        return known;
    }

    private List<String> accounts() {
        return transactions.read(tx -> {
            List<String> names = new ArrayList<>();
            try (var statement = tx.connection().createStatement();
                    var row = statement.executeQuery("select distinct account from platform_audit")) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            names.removeIf(name -> name.contains(":") || name.equals("admin") || name.equals("anonymous"));
            return names;
        });
    }

    private static String json(Object value) throws IOException {
        return JSON.writeValueAsString(value);
    }
}
