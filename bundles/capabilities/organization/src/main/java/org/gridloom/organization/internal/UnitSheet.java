package org.gridloom.organization.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.organization.UnitImport;
import org.gridloom.organization.UnitKind;
import org.gridloom.organization.UnitLevel;
import org.gridloom.organization.internal.domain.CodeLayout;
import org.gridloom.organization.internal.store.ImportRow;
import org.gridloom.organization.internal.store.UnitDetails;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetColumn.Choice;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetRow;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.CodeRange;

/** A table of units: its columns, and what is wrong with a row in itself. */
final class UnitSheet {

    /** Name of the list. */
    static final String NAME = "organization.units";

    private static final String CODE = "code";
    private static final String PARENT = "parent";
    private static final String LEVEL = "level";
    private static final String KIND = "kind";
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1," + CodeLayout.MAX_LENGTH + "}");
    private static final int MAX_NAME = 100;
    private static final int MAX_COUNT = 100_000_000;

    private final CodeLayout layout;

    UnitSheet(CodeLayout layout) {
        this.layout = layout;
    }

    SheetDefinition definition() {
        List<Choice> levels = layout.levels().stream()
                .map(level -> new Choice(level.code(), level.name()))
                .toList();
        List<Choice> kinds = new ArrayList<>();
        layout.levels()
                .forEach(level -> level.kinds().forEach(kind -> kinds.add(new Choice(kind.code(), kind.name()))));
        return new SheetDefinition(
                NAME,
                Text.of("区域单元", "Units"),
                TerritoryPermissions.UNIT_EDIT,
                TerritoryPermissions.UNIT_READ,
                Set.of("under", "parent", LEVEL, KIND, "q", "asOf"),
                UnitImport.MAX_ROWS,
                List.of(
                        SheetColumn.code(CODE, Text.of("编码", "Code"))
                                .needed()
                                .aka("单元编码", "区划代码", "网格编码", "统计用区划代码")
                                .explained(Text.of("按编码规则,以上级编码开头", "By the code layout, beginning with the parent's"))
                                .as("210102001001"),
                        SheetColumn.code(PARENT, Text.of("上级编码", "Parent"))
                                .expected()
                                .aka("上级单元编码", "所属编码")
                                .explained(Text.of("最高层级留空", "Empty at the highest level"))
                                .as("210102001"),
                        SheetColumn.choice(LEVEL, Text.of("层级", "Level"), levels)
                                .needed()
                                .aka("级别"),
                        SheetColumn.text("name", Text.of("名称", "Name"))
                                .needed()
                                .upTo(MAX_NAME)
                                .aka("单元名称", "网格名称", "社区名称")
                                .as("示例社区"),
                        SheetColumn.text(KIND, Text.of("类别", "Kind"))
                                .offering(kinds)
                                .aka("单元类别")
                                .explained(Text.of("该层级分类别时才填,可由编码得出", "Where the level has kinds; the code may tell")),
                        SheetColumn.date("validFrom", Text.of("起始日期", "Valid from"))
                                .aka("成立日期", "启用日期")
                                .explained(Text.of("留空为今天", "Today if empty"))
                                .as("2026-01-01"),
                        SheetColumn.whole("households", Text.of("户数", "Households"))
                                .aka("总户数")
                                .as("1200"),
                        SheetColumn.whole("residents", Text.of("人口数", "Residents"))
                                .aka("人数", "总人口", "人口"),
                        SheetColumn.text("extent", Text.of("范围", "Extent")).aka("网格范围", "四至范围"),
                        SheetColumn.text("note", Text.of("备注", "Note")).aka("说明")));
    }

    /** The row, if nothing is wrong with it in itself. */
    Optional<ImportRow> read(SheetRow row) {
        return new Row(row).read();
    }

    /** One row under examination. */
    private final class Row {

        private final SheetRow row;

        Row(SheetRow row) {
            this.row = row;
        }

        Optional<ImportRow> read() {
            UnitLevel level = level();
            String code = digits(CODE);
            String parent = digits(PARENT);
            if (level != null && code != null) {
                checkCode(level, code);
                checkParent(level, code, parent);
            }
            String kind = level == null || code == null ? null : kind(level, code);
            ImportRow read = new ImportRow(
                    row.number(),
                    code,
                    parent,
                    level == null ? null : level.code(),
                    kind,
                    row.date("validFrom"),
                    new UnitDetails(
                            row.text("name"),
                            count("households"),
                            count("residents"),
                            row.text("extent"),
                            row.text("note")));
            return row.isFaulty() ? Optional.empty() : Optional.of(read);
        }

        private UnitLevel level() {
            String code = row.text(LEVEL);
            return layout.levels().stream()
                    .filter(each -> each.code().equals(code))
                    .findFirst()
                    .orElse(null);
        }

        private String digits(String column) {
            String cell = row.text(column);
            if (cell != null && !DIGITS.matcher(cell).matches()) {
                row.fault(column, Text.of("编码只能是数字,最多 %d 位", "Must be digits, at most %d", CodeLayout.MAX_LENGTH));
                return null;
            }
            return cell;
        }

        private void checkCode(UnitLevel level, String code) {
            if (code.length() != level.codeLength()) {
                row.fault(
                        CODE,
                        Text.of(
                                "%2$s层级的编码应为 %3$d 位,此处 %4$d 位",
                                "A code of level %1$s has %3$d digits, this one %4$d",
                                level.code(),
                                level.name().zh(),
                                level.codeLength(),
                                code.length()));
            } else if (layout.levelOf(code).isEmpty()) {
                row.fault(CODE, Text.of("最高层级的编码为 %s", "The code of the highest level is %s", CodeRange.WHOLE));
            }
        }

        private void checkParent(UnitLevel level, String code, String parent) {
            if (layout.isRoot(level)) {
                if (parent != null) {
                    row.fault(PARENT, Text.of("最高层级没有上级", "The highest level has no parent"));
                }
                return;
            }
            if (parent == null) {
                if (row.text(PARENT) == null) {
                    row.fault(PARENT, Text.of("缺少上级编码", "The parent's code is missing"));
                }
                return;
            }
            UnitLevel above = layout.levels().get(layout.depth(level) - 1);
            if (parent.length() != above.codeLength()) {
                row.fault(
                        PARENT,
                        Text.of(
                                "上级应为 %s 层级(%d 位编码)",
                                "The parent must be of level %s (%d digits)", above.code(), above.codeLength()));
            } else if (!code.startsWith(layout.prefix(parent))) {
                row.fault(CODE, Text.of("编码应以上级编码 %s 开头", "Must begin with the parent's code %s", parent));
            }
        }

        private String kind(UnitLevel level, String code) {
            String cell = row.text(KIND);
            if (level.kinds().isEmpty()) {
                if (cell != null) {
                    row.fault(KIND, Text.of("%s 层级不分类别", "The level %s has no kinds", level.code()));
                } else if (isOf(level, code) && !layout.fits(code, null)) {
                    row.fault(CODE, Text.of("编码后缀不能全为 0", "The suffix must not be all zeros"));
                }
                return null;
            }
            Optional<UnitKind> kind = cell == null
                    ? Optional.empty()
                    : level.kinds().stream()
                            .filter(each -> each.code().equalsIgnoreCase(cell)
                                    || each.name().zh().equals(cell))
                            .findFirst();
            if (cell != null && kind.isEmpty()) {
                row.fault(
                        KIND,
                        Text.of(
                                "类别应为以下之一:%s",
                                "Must be one of the kinds %s",
                                level.kinds().stream()
                                        .map(each ->
                                                each.code() + "/" + each.name().zh())
                                        .collect(Collectors.joining(", "))));
                return null;
            }
            return isOf(level, code) ? fitting(level, code, kind) : null;
        }

        private boolean isOf(UnitLevel level, String code) {
            return layout.levelOf(code).filter(level::equals).isPresent();
        }

        private String fitting(UnitLevel level, String code, Optional<UnitKind> kind) {
            Optional<UnitKind> told = layout.kindOf(code);
            if (told.isEmpty() || kind.isPresent() && !kind.equals(told)) {
                row.fault(
                        KIND,
                        Text.of(
                                "编码后缀与类别不符:%s",
                                "The code's suffix does not fit the kind: %s",
                                level.kinds().stream()
                                        .map(each -> each.code() + " " + String.join(",", each.suffixes()))
                                        .collect(Collectors.joining("; "))));
                return null;
            }
            return told.get().code();
        }

        private Integer count(String column) {
            Integer count = row.whole(column);
            if (count != null && count > MAX_COUNT) {
                row.fault(column, Text.of("应为 0 至 %d 的整数", "Must be a whole number from 0 to %d", MAX_COUNT));
                return null;
            }
            return count;
        }
    }
}
