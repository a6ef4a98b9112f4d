package org.gridloom.platform.rules.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rule.DocumentRegister;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Checks the documents that are cited, where a register is installed. */
@Component(service = Citations.class)
public final class Citations {

    private static final int MOST = 20;
    private static final int LONGEST = 100;

    private final Access access;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile DocumentRegister register;

    @Activate
    public Citations(@Reference Access access) {
        this.access = access;
    }

    void use(DocumentRegister documents) {
        register = documents;
    }

    /**
     * What is wrong with the numbers; field {@code basis}.
     *
     * @param inForceOn null where it is enough that they are registered
     */
    List<Violation> faults(List<String> numbers, LocalDate inForceOn) {
        if (numbers.isEmpty() || numbers.size() > MOST) {
            return List.of(fault(Text.of("应引用 1 至 %d 份文件", "Must cite 1 to %d documents", MOST)));
        }
        List<Violation> faults = new ArrayList<>();
        for (String number : numbers) {
            fault(number, inForceOn).map(Citations::fault).ifPresent(faults::add);
        }
        return faults;
    }

    private Optional<Text> fault(String number, LocalDate date) {
        if (number.isBlank() || number.length() > LONGEST) {
            return Optional.of(Text.of("文号应为 1 至 %d 个字", "A number must have 1 to %d characters", LONGEST));
        }
        DocumentRegister documents = register;
        if (documents == null) {
            return Optional.empty();
        }
        Optional<DocumentRegister.Entry> entry = access.asSystem("rules", () -> documents.find(number));
        if (entry.isEmpty()) {
            return Optional.of(Text.of("文件登记中没有 %s", "The register has no document %s", number));
        }
        return date == null || entry.get().inForceOn(date)
                ? Optional.empty()
                : Optional.of(Text.of("%s 在 %s 不在有效期内", "%s is not in force on %s", number, date));
    }

    private static Violation fault(Text message) {
        return Violation.of("basis", message);
    }
}
