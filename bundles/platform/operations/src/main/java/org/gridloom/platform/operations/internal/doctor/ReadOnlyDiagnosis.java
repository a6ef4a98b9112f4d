package org.gridloom.platform.operations.internal.doctor;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.gridloom.platform.diagnosis.Diagnosis;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.persistence.ReadOnlyMode;
import org.gridloom.platform.persistence.ReadOnlyState;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says that the district is read-only: somebody wanted that, but may have forgotten it. */
@Component(service = Diagnosis.class)
public final class ReadOnlyDiagnosis implements Diagnosis {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ReadOnlyMode mode;
    private final Clock clock;

    @Activate
    public ReadOnlyDiagnosis(@Reference ReadOnlyMode mode, @Reference Clock clock) {
        this.mode = mode;
        this.clock = clock;
    }

    @Override
    public List<Finding> findings() {
        return mode.state().map(this::finding).stream().toList();
    }

    private Finding finding(ReadOnlyState state) {
        return Finding.note(
                "read-only",
                Text.of(
                        "系统自 %s 起只读",
                        "The district has been read-only since %s",
                        MINUTE.format(state.since().atZone(clock.getZone()))),
                Text.of(
                        "由 %s 设置:%s;其间事件与定时任务等待",
                        "Turned on by %s: %s; meanwhile events and jobs wait", state.account(), state.reason()),
                Text.of("完成后 gridloom:read-only off", "gridloom:read-only off when it is done"));
    }
}
