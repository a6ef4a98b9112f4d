package org.gridloom.platform.states.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.state.Evidence;
import org.gridloom.platform.state.MoveDraft;
import org.gridloom.platform.state.Transition;
import org.gridloom.platform.text.Text;

/** Holds what comes with a step against what the step declares. */
public final class EvidenceCheck {

    private static final int LONGEST_NUMBER = 100;
    private static final Pattern FILE = Pattern.compile("[0-9A-Za-z._-]{1,100}");

    private final LocalDate today;
    private final Predicate<String> registered;
    private final List<Violation> faults = new ArrayList<>();

    /** @param registered whether a document of this number may be cited */
    public EvidenceCheck(LocalDate today, Predicate<String> registered) {
        this.today = today;
        this.registered = registered;
    }

    /**
     * The evidence as it is kept.
     *
     * @throws Problem {@link Problem.Kind#INVALID} with a violation for each fault
     */
    public Map<String, String> of(Transition step, MoveDraft draft) {
        if (step.reasoned() && blank(draft.reason())) {
            faults.add(Violation.of("reason", Text.of("请说明原因", "Say why")));
        }
        Map<String, String> kept = new TreeMap<>();
        for (Evidence each : step.evidence()) {
            String value = draft.given().get(each.name());
            if (!blank(value)) {
                kept.put(each.name(), checked(each, value.strip()));
            } else if (each.required()) {
                fault(
                        each,
                        Text.of(
                                "请提供%1$s",
                                "Give this: %2$s",
                                each.label().zh(),
                                each.label().en()));
            }
        }
        List<String> names = step.evidence().stream().map(Evidence::name).toList();
        draft.given().keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> faults.add(Violation.of(
                        "evidence." + name,
                        Text.of(
                                "此步没有这项材料,只有:%s",
                                "This step takes no such thing, only: %s", String.join(", ", names)))));
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return kept;
    }

    private String checked(Evidence evidence, String value) {
        switch (evidence.type()) {
            case TEXT -> atMost(evidence, value, evidence.max().intValue());
            case DATE, PAST_DATE -> date(evidence, value);
            case NUMBER -> number(evidence, value);
            case CHOICE -> choice(evidence, value);
            case DOCUMENT -> document(evidence, value);
            case FILES -> {
                return files(evidence, value);
            }
        }
        return value;
    }

    private void atMost(Evidence evidence, String value, int limit) {
        if (value.length() > limit) {
            fault(evidence, Text.of("最多 %d 个字", "At most %d characters", limit));
        }
    }

    private void date(Evidence evidence, String value) {
        try {
            if (LocalDate.parse(value).isAfter(today) && evidence.type() == Evidence.Type.PAST_DATE) {
                fault(evidence, Text.of("不能晚于今天", "Must not be in the future"));
            }
        } catch (DateTimeParseException e) {
            fault(evidence, Text.of("日期应写作 2026-01-31", "Must be a date as in 2026-01-31"));
        }
    }

    private void number(Evidence evidence, String value) {
        try {
            BigDecimal number = new BigDecimal(value);
            if (value.length() > LONGEST_NUMBER
                    || number.compareTo(evidence.min()) < 0
                    || number.compareTo(evidence.max()) > 0) {
                fault(evidence, Text.of("应在 %s 与 %s 之间", "Must be from %s to %s", evidence.min(), evidence.max()));
            }
        } catch (NumberFormatException e) {
            fault(evidence, Text.of("应为数字,如 12.5", "Must be a number as in 12.5"));
        }
    }

    private void choice(Evidence evidence, String value) {
        List<String> codes =
                evidence.choices().stream().map(Evidence.Choice::code).toList();
        if (!codes.contains(value)) {
            fault(evidence, Text.of("只能是:%s", "Must be one of: %s", String.join(", ", codes)));
        }
    }

    private void document(Evidence evidence, String value) {
        if (value.length() > LONGEST_NUMBER) {
            atMost(evidence, value, LONGEST_NUMBER);
        } else if (!registered.test(value)) {
            fault(evidence, Text.of("文件登记中没有 %s", "The register has no document %s", value));
        }
    }

    private String files(Evidence evidence, String value) {
        List<String> ids = Arrays.stream(value.split("[,,\\s]+"))
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        if (ids.size() > evidence.max().intValue()) {
            fault(evidence, Text.of("最多 %s 个附件", "At most %s attachments", evidence.max()));
        } else if (!ids.stream().allMatch(id -> FILE.matcher(id).matches())) {
            fault(evidence, Text.of("附件编号只含字母、数字与 . _ -", "Ids of attachments hold letters, digits and . _ - only"));
        }
        return ids.stream().collect(Collectors.joining(","));
    }

    private void fault(Evidence evidence, Text message) {
        faults.add(Violation.of("evidence." + evidence.name(), message));
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
