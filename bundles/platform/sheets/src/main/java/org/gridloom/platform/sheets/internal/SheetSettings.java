package org.gridloom.platform.sheets.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a file that is imported may have at most. */
@ObjectClassDefinition(id = SheetSettings.PID, name = "表格导入 / Import of lists")
public @interface SheetSettings {

    /** Name of the configuration. */
    String PID = "org.gridloom.platform.sheets";

    @AttributeDefinition(name = "文件上限(MB) / Largest file (MB)", min = "1", max = "2047")
    int fileMb() default 64;

    @AttributeDefinition(name = "解压后上限(MB) / Largest workbook unpacked (MB)", min = "1", max = "65536")
    int inflatedMb() default 1024;

    @AttributeDefinition(name = "压缩比上限 / Highest ratio of packing", min = "10", max = "10000")
    int ratio() default 200;

    @AttributeDefinition(name = "行数上限 / Most rows", min = "1", max = "1048576")
    int rows() default 1_000_000;

    @AttributeDefinition(name = "列数上限 / Most columns", min = "1", max = "16384")
    int columns() default 256;

    @AttributeDefinition(name = "单元格字数上限 / Most characters of a cell", min = "1", max = "1000000")
    int cellCharacters() default 32_767;
}
