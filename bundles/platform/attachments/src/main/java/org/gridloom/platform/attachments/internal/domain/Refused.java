package org.gridloom.platform.attachments.internal.domain;

import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** Refusals of a file that was sent. */
final class Refused {

    private Refused() {}

    static Problem file(Text text) {
        return Problem.invalid("file", text);
    }

    static Problem damaged() {
        return file(Text.of("文件不完整或已损坏,请重新生成后上传", "The file is cut off or damaged: make it anew and send it again"));
    }

    static Problem macros() {
        return file(Text.of("文件含有宏,请另存为不含宏的文档", "The file holds macros: save it without them"));
    }

    static Problem encrypted() {
        return file(Text.of("文件已加密,无法检查,请去掉密码后上传", "The file is encrypted and cannot be checked: remove its password"));
    }
}
