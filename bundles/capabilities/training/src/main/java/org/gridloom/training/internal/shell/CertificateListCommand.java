package org.gridloom.training.internal.shell;

import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.PagedCommand;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.text.Text;
import org.gridloom.training.Certificate;
import org.gridloom.training.CertificateFilter;
import org.gridloom.training.Certificates;

/** Certificates. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "training", name = "certificate-list", description = "证书列表 / Certificates")
public final class CertificateListCommand extends PagedCommand {

    @Option(name = "--unit", description = "来自单元及其下 / From the unit and below")
    private String unit;

    @Option(name = "--programme", description = "培训项目 / Programme")
    private String programme;

    @Option(name = "--person", description = "人员编号 / Code of a person")
    private String person;

    @Reference
    private Certificates certificates;

    @Override
    protected void run() {
        Page<Certificate> part = certificates.list(
                new CertificateFilter(unit, programme, person, null, null),
                pageQuery(Set.copyOf(Certificates.SORTABLE)));
        ShellTable table = table(
                Text.of("编号", "Id"),
                Text.of("证书", "Number"),
                Text.of("项目", "Programme"),
                Text.of("人员", "Person"),
                Text.of("姓名", "Name"),
                Text.of("颁发", "Issued"),
                Text.of("有效至", "Until"),
                Text.of("撤销", "Revoked"));
        for (Certificate each : part.items()) {
            table.row(
                    each.id(),
                    each.number(),
                    each.programme(),
                    each.person(),
                    each.personName(),
                    each.issuedOn(),
                    each.validTo(),
                    each.revokedOn());
        }
        print(table, part);
    }
}
