package org.gridloom.itests.district;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.gridloom.itests.harness.BootedDistrict;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.Rest.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Scans of documents, from sending them to cleaning up after them. */
@ExtendWith(BootedDistrict.class)
class AttachmentsIT {

    private static final String UPLOADS = "/api/attachments?name=";

    private final Gridloom gridloom;
    private final Rest rest;
    private final Rest files;

    AttachmentsIT(Gridloom gridloom) {
        this.gridloom = gridloom;
        rest = gridloom.rest();
        files = rest.with("Content-Type", "application/octet-stream");
    }

    @Test
    void aScanIsSentAttachedKeptOnDiskAndNeverShownAsAPage() throws IOException {
        String record = record("和附发〔2027〕1号");
        String pdf = "%PDF-1.7\n" + UUID.randomUUID() + "\n%%EOF\n";
        String upload = upload("%E6%89%AB%E6%8F%8F%E4%BB%B6.pdf", pdf);

        Rest once = rest.with("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, String> body = Map.of("upload", upload, "caption", "正文");
        JsonNode made = once.post(record, body).expect(201).json();
        assertThat(once.post(record, body).expect(201).json()).isEqualTo(made);

        JsonNode list = rest.get(record).ok().json();
        assertThat(list.get("items")).hasSize(1);
        assertThat(list.get("kinds").findValuesAsText("kind")).contains("PDF", "OFD");
        Answer answer = rest.get("/api/attachments/" + made.get("id").asText()).ok();
        assertThat(answer.body()).isEqualTo(pdf);
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"file.pdf\"; filename*=UTF-8''%E6%89%AB%E6%8F%8F%E4%BB%B6.pdf");
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.response().headers().allValues("Content-Security-Policy"))
                .containsExactly("sandbox; default-src 'none'; frame-ancestors 'none'");
        assertThat(stored(made)).hasContent(pdf);
        try (Console console = gridloom.console()) {
            assertThat(console.run("attachments:list --type organization.document")
                            .ok()
                            .output())
                    .contains(made.get("sha256").asText());
            console.run("attachments:verify").ok();
            console.run("attachments:clean --dry-run").ok();
        }
    }

    @Test
    void aPhotoHasASmallPictureAndWhatIsNoPictureIsRefused() throws IOException {
        String record = record("和附发〔2027〕2号");
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB), "jpeg", photo);
        String upload = files.post(UPLOADS + "IMG_1.JPG", photo.toByteArray())
                .expect(201)
                .json()
                .get("id")
                .asText();

        JsonNode made = rest.post(record, Map.of("upload", upload)).expect(201).json();

        assertThat(made.get("thumbnail").asBoolean()).isTrue();
        String path = "/api/attachments/" + made.get("id").asText();
        assertThat(rest.get(path + "/thumbnail").ok().header("Content-Type")).isEqualTo("image/jpeg");
        for (String page : List.of("<html><script>alert(1)</script></html>", "<svg xmlns='x'/>", "#!/bin/sh", "MZ")) {
            Answer refused = files.post(UPLOADS + "a.jpg", page).expect(422);
            assertThat(refused.json().get("violations").get(0).get("field").asText())
                    .isEqualTo("file");
        }
        rest.delete(path).expect(204);
        rest.get(path).expect(404);
        rest.delete(path).expect(404);
    }

    @Test
    void anOperatorAttachesReadsAndDetachesOnTheConsole(@TempDir Path folder) throws IOException {
        String record = record("和附发〔2027〕4号");
        String owner = " organization.document " + record.substring(record.lastIndexOf('/') + 1);
        Path sent = Files.writeString(folder.resolve("扫描件.pdf"), "%PDF-1.7\n" + UUID.randomUUID() + "\n%%EOF\n");
        Path got = folder.resolve("copy.pdf");
        try (Console console = gridloom.console()) {
            assertThat(console.run("attachments:add" + owner + " " + folder.resolve("none.pdf"))
                            .refused()
                            .output())
                    .contains("没有这个文件");
            console.run("attachments:add" + owner + " " + sent + " --caption 正文")
                    .ok();
            assertThat(console.run("attachments:files" + owner).ok().output()).contains("扫描件.pdf", "正文");
            String id = rest.get(record).ok().json().at("/items/0/id").asText();
            console.run("attachments:get " + id + " " + got).ok();
            assertThat(got).hasSameBinaryContentAs(sent);
            assertThat(console.run("attachments:get " + id + " " + got)
                            .refused()
                            .output())
                    .contains("文件已存在");
            console.run("attachments:detach " + id).ok();
            console.run("attachments:get " + id + " " + folder.resolve("gone.pdf"))
                    .refused();
        }
        assertThat(rest.get(record).ok().json().get("items")).isEmpty();
    }

    @Test
    void aLostFileIsFoundAndSendingItAgainMendsIt() throws IOException {
        String record = record("和附发〔2027〕3号");
        String pdf = "%PDF-1.7\n" + UUID.randomUUID() + "\n%%EOF\n";
        JsonNode made = rest.post(record, Map.of("upload", upload("a.pdf", pdf)))
                .expect(201)
                .json();
        Files.delete(stored(made));
        rest.get("/api/attachments/" + made.get("id").asText()).expect(503);
        try (Console console = gridloom.console()) {
            console.run("attachments:verify").refused();
            upload("b.pdf", pdf);
            console.run("attachments:verify").ok();
        }
        assertThat(rest.get("/api/attachments/" + made.get("id").asText()).ok().body())
                .isEqualTo(pdf);
    }

    private String record(String number) {
        JsonNode document = rest.post(
                        "/api/organization/documents",
                        Map.of(
                                "number", number,
                                "title", "附件试验",
                                "issuer", "区网格办",
                                "issuedOn", "2026-01-10",
                                "inForceFrom", "2026-02-01"))
                .expect(201)
                .json();
        return "/api/attachments/records/organization.document/"
                + document.get("id").asText();
    }

    private String upload(String name, String content) {
        return files.post(UPLOADS + name, content).expect(201).json().get("id").asText();
    }

    private Path stored(JsonNode attachment) throws IOException {
        String hash = attachment.get("sha256").asText();
        Path folder = gridloom.data()
                .resolve("attachments")
                .resolve(hash.substring(0, 2))
                .resolve(hash.substring(2, 4));
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.getFileName().toString().startsWith(hash))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
