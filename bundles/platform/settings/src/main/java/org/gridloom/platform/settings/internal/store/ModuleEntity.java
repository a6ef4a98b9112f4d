package org.gridloom.platform.settings.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** What a district has set of one module. */
@Entity
@Table(name = "settings_module")
class ModuleEntity {

    @Id
    @Column(name = "module")
    String module;

    @Column(name = "values_json")
    String values;

    @Column(name = "revision")
    String revision;

    @Column(name = "version")
    long version;

    /** Set here, as a woven entity does not notice what others write into its fields. */
    void put(String json, long counted) {
        values = json;
        revision = UUID.randomUUID().toString();
        version = counted;
    }
}
