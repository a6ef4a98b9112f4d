package org.gridloom.platform.attachment;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gridloom.platform.text.Text;

/**
 * What a file may be. It is recognised by its content; the ending of its name must agree. Anything else is refused:
 * what a browser or a computer would run (HTML, SVG, scripts, programs, macros), archives, and what cannot be looked
 * into (encrypted documents).
 */
public enum AttachmentKind {
    JPEG(Text.of("JPEG 图片", "JPEG picture"), "image/jpeg", "jpg", "jpeg"),
    PNG(Text.of("PNG 图片", "PNG picture"), "image/png", "png"),
    PDF(Text.of("PDF 文件", "PDF document"), "application/pdf", "pdf"),
    /** Fixed layout of Chinese offices, GB/T 33190. */
    OFD(Text.of("OFD 版式文件", "OFD document"), "application/ofd", "ofd"),
    DOCX(
            Text.of("Word 文档", "Word document"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "docx"),
    XLSX(
            Text.of("Excel 表格", "Excel workbook"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "xlsx"),
    PPTX(
            Text.of("PowerPoint 演示文稿", "PowerPoint presentation"),
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "pptx"),
    DOC(Text.of("旧版 Word 文档", "old Word document"), "application/msword", "doc", "wps"),
    XLS(Text.of("旧版 Excel 表格", "old Excel workbook"), "application/vnd.ms-excel", "xls", "et"),
    PPT(Text.of("旧版 PowerPoint 演示文稿", "old PowerPoint presentation"), "application/vnd.ms-powerpoint", "ppt", "dps"),
    TEXT(Text.of("纯文本", "plain text"), "text/plain", "txt", "csv");

    /** What a camera or a screen gives. */
    public static final Set<AttachmentKind> PICTURES = Set.of(JPEG, PNG);

    /** All kinds. */
    public static final Set<AttachmentKind> ALL = Set.copyOf(EnumSet.allOf(AttachmentKind.class));

    private final Text title;
    private final String mediaType;
    private final List<String> endings;

    AttachmentKind(Text title, String mediaType, String... endings) {
        this.title = title;
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    /** What it is called. */
    public Text title() {
        return title;
    }

    /** As in Content-Type. */
    public String mediaType() {
        return mediaType;
    }

    /** Endings of names without the dot, in small letters; the usual one first. */
    public List<String> endings() {
        return endings;
    }

    public boolean isPicture() {
        return PICTURES.contains(this);
    }
}
