package org.gridloom.organization.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.gridloom.organization.OrganizationType;
import org.gridloom.organization.OrganizationTypeDraft;
import org.gridloom.platform.text.Text;

/** A type of organisation. */
@Entity
@Table(name = "organization_type")
class TypeEntity {

    @Id
    @Column(name = "code")
    String code;

    @Column(name = "family")
    String family;

    @Column(name = "name_zh")
    String zh;

    @Column(name = "name_en")
    String en;

    @Column(name = "levels")
    String levels;

    @Column(name = "covers_many")
    boolean coversMany;

    @Column(name = "self_government")
    boolean selfGovernment;

    @Column(name = "version")
    long version;

    void set(OrganizationTypeDraft draft) {
        code = draft.code();
        family = draft.family();
        zh = draft.name().zh();
        en = draft.name().en();
        levels = Codes.joined(draft.levels());
        coversMany = draft.coversMany();
        selfGovernment = draft.selfGovernment();
        version++;
    }

    OrganizationType type() {
        return new OrganizationType(
                code, family, new Text(zh, en), Codes.split(levels), coversMany, selfGovernment, version);
    }
}
