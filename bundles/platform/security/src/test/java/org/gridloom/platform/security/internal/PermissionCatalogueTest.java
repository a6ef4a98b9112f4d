package org.gridloom.platform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gridloom.platform.security.Permission;
import org.gridloom.platform.security.PermissionSet;
import org.gridloom.platform.text.Text;
import org.junit.jupiter.api.Test;

class PermissionCatalogueTest {

    private final PermissionCatalogue catalogue = new PermissionCatalogue();

    @Test
    void aPermissionBearsTheNameOfTheModuleThatChecksIt() {
        catalogue.addSet(new Permissions());
        catalogue.addSet(new Vendor());

        assertThat(catalogue.find(Permissions.ROLE_VIEW))
                .map(permission -> permission.module().zh())
                .contains("账号与权限");
        assertThat(catalogue.find("parking.space.view"))
                .map(permission -> permission.module().en())
                .contains("parking");
    }

    @Test
    void aPermissionGoesWithItsModuleAndKeepsItsCodeForAName() {
        PermissionSet vendor = new Vendor();
        catalogue.addSet(vendor);
        catalogue.removeSet(vendor);

        assertThat(catalogue.all()).isEmpty();
        assertThat(catalogue.name("parking.space.view").zh()).isEqualTo("parking.space.view");
    }

    /** Says nothing of its name. */
    private static final class Vendor implements PermissionSet {

        @Override
        public List<Permission> permissions() {
            return List.of(new Permission("parking.space.view", Text.of("查看车位", "View parking spaces")));
        }
    }
}
