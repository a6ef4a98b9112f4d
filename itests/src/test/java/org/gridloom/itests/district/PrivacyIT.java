package org.gridloom.itests.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.gridloom.itests.harness.Accounts;
import org.gridloom.itests.harness.BootedDistrict;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
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
    private final Database database;
    private final Rest rest;

    PrivacyIT(Gridloom gridloom, Database database) {
        this.gridloom = gridloom;
        this.database = database;
        rest = gridloom.rest();
    }

    @Test
    void whoeverHasTheFilesHasNothingInClearThatIsKeptEncrypted() throws IOException {
        String phone = "13977654321";
        String id = "210102198107146637";
        List<String> secrets = List.of(phone, "13977654322", id, "Mianmao7431", "Beizhu7431");
        Map<String, Object> person = person("DISK-1", "白马非马Baima7431", phone, id);
        person.put("sex", "female");
        person.put("politicalStatus", "Mianmao7431");
        person.put("note", "Beizhu7431");
        String code = create(person);
        rest.with("Idempotency-Key", UUID.randomUUID().toString())
                .post(PEOPLE, person("DISK-2", "白马亦马", "13977654322", null))
                .expect(201);
        reveal(code, "phone").ok();
        assertThat(reveal(code, "politicalStatus").ok().json().get("value").asText())
                .isEqualTo("Mianmao7431");
        rest.post(PEOPLE + "/search", Map.of("phone", phone)).ok();
        rest.post(PEOPLE, person("DISK-3", "黑马", "1397765432", id)).expect(422);

        Path backup = backup("privacy-it");
        try (ZipFile archive = new ZipFile(backup.toFile())) {
            assertThat(archive.stream().map(ZipEntry::getName)).noneMatch(name -> name.contains("master.keys"));
            assertThat(read(archive, "tables/organization_person"))
                    .contains("白马非马")
                    .doesNotContain("female");
            archive.stream()
                    .forEach(entry -> assertThat(read(archive, entry.getName()))
                            .as(entry.getName())
                            .doesNotContain(secrets));
        }
        // What is in clear is found there; H2 writes Chinese in a form of its own.
        await().atMost(PATIENCE).until(() -> anyFileHolds(databaseFiles(), "Baima7431"));
        for (String secret : secrets) {
            assertThat(anyFileHolds(gridloom.data(), secret)).as(secret).isFalse();
            assertThat(anyFileHolds(databaseFiles(), secret)).as(secret).isFalse();
        }
    }

    private Path databaseFiles() {
        return database.writtenFiles().orElse(gridloom.data().resolve("db"));
    }

    @Test
    void theNameOfWhoIsErasedIsInNoTable() throws IOException {
        String name = "上官绝尘";
        Map<String, Object> account =
                Map.of("name", "shangguan-gone", "displayName", name, "unit", UNIT, "password", "sunny-lake-47-bridge");
        rest.post("/api/accounts", account).expect(201);
        Map<String, Object> person = person("GONE-2", name, "13712123434", null);
        person.put("account", "shangguan-gone");
        String code = create(person);
        rest.post(
                        "/api/training/trainers",
                        Map.of("code", "JS-GONE", "name", name, "unit", UNIT, "expertise", "绝尘术", "person", code))
                .expect(201);
        String renamed = name + "改";
        Answer kept = rest.get(PEOPLE + "/" + code).ok();
        person.put("name", renamed);
        person.put("phone", kept.json().get("phone").asText());
        rest.with("If-Match", "\"" + kept.json().get("version").asText() + "\"")
                .put(PEOPLE + "/" + code, person)
                .ok();
        JsonNode held = rest.post(subject(code) + "/export", Map.of("reason", "本人申请"))
                .ok()
                .json()
                .get("held");
        assertThat(held.findValuesAsText("field"))
                .contains("security.account.displayName", "training.trainer.name", "organization.person.name");
        assertThat(held.findValuesAsText("value")).contains(name, renamed, "绝尘术", "13712123434");
        assertThat(tablesHolding(name, "privacy-it-before"))
                .contains("tables/organization_person", "tables/security_account", "tables/training_trainer");

        rest.post(subject(code) + "/erase", Map.of("reason", "本人要求删除")).expect(409);
        rest.post("/api/accounts/shangguan-gone/disable", Map.of("reason", "离任"))
                .ok();
        rest.post(subject(code) + "/erase", Map.of("reason", "本人要求删除")).expect(204);

        assertThat(tablesHolding(name, "privacy-it-after")).isEmpty();
        assertThat(tablesHolding("绝尘术", "privacy-it-expertise")).allMatch("tables/platform_audit"::equals);
        try (Console console = gridloom.console()) {
            console.run("audit:verify", PATIENCE).ok();
        }
    }

    /** A backup has every column of every table, whatever the database. */
    private List<String> tablesHolding(String text, String backup) throws IOException {
        try (ZipFile archive = new ZipFile(backup(backup).toFile())) {
            return archive.stream()
                    .map(ZipEntry::getName)
                    .filter(entry -> read(archive, entry).contains(text))
                    .toList();
        }
    }

    private Path backup(String name) throws IOException {
        Path backup = gridloom.data().resolve("backups/" + name + ".zip");
        try (Console console = gridloom.console()) {
            assertThat(console.run("gridloom:backup " + backup, PATIENCE).ok().output())
                    .contains("master.keys");
        }
        return backup;
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

        JsonNode looks = rest.get(subject(code) + "/looks").ok().json().get("items");
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
        return create(person(code, name, phone, idNumber));
    }

    private String create(Map<String, Object> person) {
        rest.post(PEOPLE, person).expect(201);
        return (String) person.get("code");
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

    /** Looks into the bytes of every file below the folder, some of which may go meanwhile. */
    private static boolean anyFileHolds(Path folder, String text) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && holds(file, text)) {
                    found.add(file);
                }
                return found.isEmpty() ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return !found.isEmpty();
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
