package org.gridloom.platform.states.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.state.StateMachine;
import org.gridloom.platform.state.StateModel;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The machines that modules bring. */
@Component(service = Machines.class)
public final class Machines {

    private static final Logger LOG = LoggerFactory.getLogger(Machines.class);

    private record Brought(StateModel model, StateMachine machine) {}

    private final Map<String, Brought> byCode = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addModel(StateModel model) {
        StateMachine machine = model.machine();
        if (byCode.putIfAbsent(machine.code(), new Brought(model, machine)) != null) {
            LOG.warn("There is a state machine {} already; a second one is left out", machine.code());
        }
    }

    void removeModel(StateModel model) {
        byCode.values().removeIf(brought -> brought.model() == model);
    }

    /** By code. */
    public List<StateMachine> all() {
        return byCode.values().stream()
                .map(Brought::machine)
                .sorted(Comparator.comparing(StateMachine::code))
                .toList();
    }

    /** @throws Problem {@link Problem.Kind#NOT_FOUND} if no module brings it */
    public StateMachine get(String code) {
        Brought brought = byCode.get(code);
        if (brought == null) {
            throw Problem.notFound(Text.of("没有这个办理流程", "There is no such procedure"));
        }
        return brought.machine();
    }
}
