package org.gridloom.platform.security.internal.store;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.gridloom.platform.security.internal.Role;
import org.gridloom.platform.text.Text;

@Entity(name = "Role")
@Table(name = "security_role")
class RoleEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "security_sequence")
    private Long id;

    private String code;

    @Column(name = "name_zh")
    private String nameZh;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "all_permissions")
    private boolean allPermissions;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "security_role_permission", joinColumns = @JoinColumn(name = "role_id"))
    @Column(name = "permission")
    private Set<String> permissions = new HashSet<>();

    @Version
    private long version;

    protected RoleEntity() {}

    RoleEntity(String code, boolean allPermissions) {
        this.code = code;
        this.allPermissions = allPermissions;
    }

    void define(Text name, Set<String> newPermissions) {
        nameZh = name.zh();
        nameEn = name.en();
        permissions.retainAll(newPermissions);
        permissions.addAll(newPermissions);
    }

    Role toRole() {
        return new Role(code, new Text(nameZh, nameEn), allPermissions, new TreeSet<>(permissions), version);
    }
}
