package org.gridloom.platform.privacy.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** A master key in use. */
@Entity
@Table(name = "privacy_key")
class KeyEntity {

    @Id
    @Column(name = "id")
    Integer id;

    @Column(name = "check_value")
    String checkValue;

    @Column(name = "made_at")
    OffsetDateTime madeAt;
}
