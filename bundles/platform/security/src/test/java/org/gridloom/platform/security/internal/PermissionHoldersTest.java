package org.gridloom.platform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PermissionHoldersTest {

    private static final String DO = "x.y.z";
    private static final String STREET = "210102021";
    private static final String COMMUNITY = "210102021011";

    @RegisterExtension
    final TestDatabase db = TestDatabase.of(Node.UNIT);

    private Node node;
    private DefaultPermissionHolders holders;

    @BeforeEach
    void staff() {
        node = new Node(db);
        holders = new DefaultPermissionHolders(node.rights, node.units);
        node.account("district", null, null, DO);
        node.account("street", null, STREET, DO);
        node.account("reader", null, COMMUNITY, "x.y.read");
    }

    @Test
    void whoHoldsItNearestIsToldAndNobodyAboveThem() {
        assertThat(holders.nearest(DO, COMMUNITY)).containsExactly("street");

        node.account("community", null, COMMUNITY, DO);

        assertThat(holders.nearest(DO, COMMUNITY)).containsExactly("community");
        assertThat(holders.nearest(DO, STREET)).containsExactly("street");
    }

    @Test
    void whereNobodyIsNearTheDistrictIsTold() {
        assertThat(holders.nearest(DO, "210102016001")).containsExactly("district");
        assertThat(holders.nearest(DO, null)).containsExactly("district");
        assertThat(holders.nearest("x.y.nothing", COMMUNITY)).isEmpty();
    }

    @Test
    void whoseAccountIsClosedIsNotToldButWhoIsNextIs() {
        node.access.asSystem("test", () -> node.accounts.disable("street", "gone"));

        assertThat(holders.nearest(DO, COMMUNITY)).containsExactly("district");
        assertThat(holders.enabled(Set.of("street", "District", "nobody"))).containsExactly("district");
    }
}
