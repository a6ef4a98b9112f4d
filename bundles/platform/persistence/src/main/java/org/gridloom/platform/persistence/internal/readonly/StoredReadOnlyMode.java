package org.gridloom.platform.persistence.internal.readonly;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.gridloom.platform.persistence.Indispensable;
import org.gridloom.platform.persistence.ReadOnlyMode;
import org.gridloom.platform.persistence.ReadOnlyState;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;

/** The mode as the database has it. */
public final class StoredReadOnlyMode implements ReadOnlyMode {

    private final WriteGate gate;
    private final Transactions transactions;

    /** @param transactions of the platform, which pass this gate */
    public StoredReadOnlyMode(WriteGate gate, Transactions transactions) {
        this.gate = gate;
        this.transactions = transactions;
    }

    @Override
    public Optional<ReadOnlyState> state() {
        return transactions.read(tx -> {
            try {
                return Optional.ofNullable(gate.state(tx.connection()));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Override
    public boolean turnOn(ReadOnlyState state, Transactions.Action also) {
        return turn(state, also);
    }

    @Override
    public boolean turnOff(Transactions.Action also) {
        return turn(null, also);
    }

    @Override
    public int writing() {
        return gate.writing();
    }

    @Override
    public boolean awaitQuiet(Duration patience) {
        return gate.awaitQuiet(patience);
    }

    /** Two who turn it wait for each other; the second finds it done. */
    private boolean turn(ReadOnlyState next, Transactions.Action also) {
        long begun = gate.now();
        ReadOnlyRow turned = Indispensable.call(() -> transactions.call(tx -> {
            try {
                return turn(tx, next, also);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }));
        if (turned != null) {
            gate.learn(turned, begun);
        }
        return turned != null;
    }

    private static ReadOnlyRow turn(Tx tx, ReadOnlyState next, Transactions.Action also) throws SQLException {
        ReadOnlyRow row = ReadOnlyRow.lock(tx.connection());
        if ((row.state() == null) == (next == null)) {
            return null;
        }
        ReadOnlyRow turned = row.become(tx.connection(), next);
        also.run(tx);
        return turned;
    }
}
