package org.gridloom.organization;

import java.io.IOException;
import java.io.InputStream;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Brings in lists of organisations, people and posts, all or nothing, each list in one transaction: xlsx workbooks or
 * comma-separated values, as {@link org.gridloom.platform.sheet.Sheets} reads them, with the columns of the lists
 * {@code organization.party}, {@code organization.outside} and {@code organization.posts}. The caller needs the edit
 * permission at the unit of each row. A second import of the same list changes nothing.
 *
 * <p>Every method: {@code table} is read once, not closed; {@code dryRun} only finds out what would happen;
 * {@link IOException} if the table cannot be read; {@link Problem.Kind#CONFLICT} if {@code progress} cancels it.
 */
@ProviderType
public interface PartyImport {

    /** More rows than this are refused. */
    int MAX_ROWS = 100_000;

    /**
     * Party organisations: {@code code}/编码, {@code name}/名称, {@code level}/层级, {@code type}/类型,
     * {@code parent}/上级编码, {@code seat}/所在单元编码, {@code validFrom}/起始日期 and, where wanted,
     * {@code covers}/覆盖单元编码 (several with {@code ;}, without any the seat) and {@code note}/备注. Key is the code. A
     * row that differs from what is there changes the organisation from the row's first day on. Parents may be in the
     * same list, in any order.
     */
    ImportReport partyOrganizations(InputStream table, boolean dryRun, Progress progress) throws IOException;

    /**
     * Outside organisations: {@code code}/编码, {@code name}/名称, {@code type}/类型, {@code seat}/所在单元编码,
     * {@code validFrom}/起始日期 and, where wanted, {@code covers}/覆盖单元编码 (the units served) and {@code note}/备注.
     */
    ImportReport outsideOrganizations(InputStream table, boolean dryRun, Progress progress) throws IOException;

    /**
     * People with their posts, a row for each post: {@code person}/人员编号, {@code name}/姓名,
     * {@code unit}/所属单元编码 and, where wanted, {@code sex}/性别 (男, 女, male, female), {@code birthYear}/出生年,
     * {@code politicalStatus}/政治面貌, {@code kind}/职务, {@code at}/任职单位编码, {@code validFrom}/任职日期,
     * {@code validTo}/届满日期, {@code crossAppointment}/交叉任职单位编码, {@code represents}/代表单位编码,
     * {@code note}/备注. A person may have many rows that say the same of the person, or one row without a post. Keys are
     * the person's code, and for a post the person, kind, place and first day.
     */
    ImportReport posts(InputStream table, boolean dryRun, Progress progress) throws IOException;
}
