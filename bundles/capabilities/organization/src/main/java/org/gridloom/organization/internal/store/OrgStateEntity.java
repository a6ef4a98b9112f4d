package org.gridloom.organization.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.gridloom.organization.internal.domain.Particulars;
import org.gridloom.organization.internal.domain.Period;

/** What an organisation was in a time. Family and code never change; they stand here so that lists need no join. */
@Entity
@Table(name = "organization_org_state")
class OrgStateEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "organization_party")
    @Column(name = "id")
    Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "org_id")
    OrgEntity org;

    @Column(name = "family")
    String family;

    @Column(name = "code")
    String code;

    @Column(name = "name")
    String name;

    @Column(name = "level")
    String level;

    @Column(name = "type")
    String type;

    @Column(name = "parent")
    String parent;

    @Column(name = "seat")
    String seat;

    @Column(name = "note")
    String note;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;

    static OrgStateEntity of(OrgEntity org) {
        OrgStateEntity state = new OrgStateEntity();
        state.org = org;
        state.family = org.family;
        state.code = org.code;
        return state;
    }

    OrgEntity org() {
        return org;
    }

    void set(Period period) {
        Particulars what = period.what();
        name = what.name();
        level = what.level();
        type = what.type();
        parent = what.parent();
        seat = what.seat();
        note = what.note();
        validFrom = period.from();
        validTo = Days.stored(period.to());
    }

    Period period(List<String> covers) {
        return new Period(
                new Particulars(name, level, type, parent, seat, covers, note), validFrom, Days.read(validTo));
    }
}
