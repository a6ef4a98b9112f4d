package org.gridloom.platform.jobs.internal.notice;

import java.util.List;
import java.util.Set;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheet.SheetPages;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The caller's own notices. */
@Component(service = Sheet.class)
public final class NoticeSheet implements Sheet {

    private final OwnNotices notices;

    @Activate
    public NoticeSheet(@Reference OwnNotices notices) {
        this.notices = notices;
    }

    @Override
    public SheetDefinition definition() {
        return SheetDefinition.exported(
                "notices.own",
                Text.of("本人的提醒", "Own notices"),
                RequiresPermission.SIGNED_IN,
                Set.of("unread"),
                List.of(
                        SheetColumn.text("sentAt", Text.of("时间", "Time")),
                        SheetColumn.text("kind", Text.of("种类", "Kind")),
                        SheetColumn.text("subject", Text.of("内容", "Subject")),
                        SheetColumn.text("about", Text.of("关于", "About")),
                        SheetColumn.text("readAt", Text.of("已读", "Read"))));
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        boolean unread = Boolean.parseBoolean(query.text("unread"));
        SheetPages.each(
                query,
                Set.of(),
                page -> notices.list(unread, page),
                each -> out.row(each.sentAt(), each.kind(), each.subject(), each.about(), each.readAt()));
    }
}
