package org.gridloom.platform.operations.internal.modes;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.gridloom.platform.operations.internal.Permissions;
import org.gridloom.platform.persistence.ReadOnlyMode;
import org.gridloom.platform.persistence.ReadOnlyState;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.unit.UnitScope;
import org.gridloom.platform.validation.Checks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the district read-only and writable again. There is no event: it could be delivered only once all is over. */
@Component(service = ReadOnlySwitch.class)
public final class ReadOnlySwitch {

    private static final Logger LOG = LoggerFactory.getLogger(ReadOnlySwitch.class);
    private static final String SUBJECT = "district/read-only";
    /** Changes take moments; whoever turns the switch learns how many took longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Access access;
    private final ReadOnlyMode mode;
    private final Checks checks;
    private final Clock clock;

    @Activate
    public ReadOnlySwitch(
            @Reference Access access, @Reference ReadOnlyMode mode, @Reference Checks checks, @Reference Clock clock) {
        this.access = access;
        this.mode = mode;
        this.checks = checks;
        this.clock = clock;
    }

    /** For everybody who is signed in. */
    public ReadOnlyView status() {
        return view(mode.state());
    }

    /**
     * Turns it on. When this returns, nothing begins to write on this node, and what was under way has ended unless the
     * view says otherwise.
     *
     * @throws Problem {@link Problem.Kind#CONFLICT} if it is on already
     */
    public ReadOnlyView on(ReadOnlyReason why) {
        access.requireEverywhere(Permissions.READ_ONLY);
        String reason = checks.valid(why).reason().strip();
        ReadOnlyState state = new ReadOnlyState(
                clock.instant().truncatedTo(ChronoUnit.MILLIS), access.caller().account(), reason);
        if (!mode.turnOn(
                state,
                tx -> tx.audit(AuditEntry.changed(
                        "platform.read-only.on", SUBJECT, null, Map.of(), Map.of("since", state.since()), reason)))) {
            throw Problem.conflict(already());
        }
        LOG.info("The district is read-only from now on");
        mode.awaitQuiet(PATIENCE);
        return view(Optional.of(state));
    }

    /** @throws Problem {@link Problem.Kind#CONFLICT} if it is off already */
    public ReadOnlyView off() {
        access.requireEverywhere(Permissions.READ_ONLY);
        Optional<ReadOnlyState> former = mode.state();
        if (!mode.turnOff(tx -> tx.audit(AuditEntry.changed(
                "platform.read-only.off",
                SUBJECT,
                null,
                former.<Map<String, Object>>map(state -> Map.of("since", state.since()))
                        .orElse(Map.of()),
                Map.of(),
                null)))) {
            throw Problem.conflict(Text.of("系统现在不是只读", "The district is not read-only"));
        }
        LOG.info("The district can be written to again");
        return view(Optional.empty());
    }

    private Text already() {
        return mode.state()
                .map(state -> Text.of(
                        "系统已是只读:%1$s(%2$s 设置)",
                        "The district is read-only already: %1$s (turned on by %2$s)", state.reason(), state.account()))
                .orElse(Text.of("系统已是只读", "The district is read-only already"));
    }

    private ReadOnlyView view(Optional<ReadOnlyState> state) {
        boolean may = access.scope(Permissions.READ_ONLY).equals(UnitScope.everywhere());
        return new ReadOnlyView(
                state.isPresent(),
                state.map(ReadOnlyState::since).orElse(null),
                state.map(ReadOnlyState::reason).orElse(null),
                may ? state.map(ReadOnlyState::account).orElse(null) : null,
                may ? mode.writing() : null);
    }
}
