package org.gridloom.organization.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.gridloom.organization.PartyLevel;
import org.gridloom.organization.PartyLevelDraft;
import org.gridloom.platform.text.Text;

/** A level of the party organisation. */
@Entity
@Table(name = "organization_party_level")
class PartyLevelEntity {

    @Id
    @Column(name = "code")
    String code;

    @Column(name = "position")
    int position;

    @Column(name = "name_zh")
    String zh;

    @Column(name = "name_en")
    String en;

    @Column(name = "unit_level")
    String unitLevel;

    @Column(name = "version")
    long version;

    void set(PartyLevelDraft draft) {
        code = draft.code();
        position = draft.position();
        zh = draft.name().zh();
        en = draft.name().en();
        unitLevel = draft.unitLevel();
        version++;
    }

    PartyLevel level() {
        return new PartyLevel(code, position, new Text(zh, en), unitLevel, version);
    }
}
