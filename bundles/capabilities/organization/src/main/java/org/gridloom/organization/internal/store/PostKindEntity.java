package org.gridloom.organization.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.gridloom.organization.PostKind;
import org.gridloom.organization.PostKindDraft;
import org.gridloom.platform.text.Text;

/** A kind of post. */
@Entity
@Table(name = "organization_post_kind")
class PostKindEntity {

    @Id
    @Column(name = "code")
    String code;

    @Column(name = "name_zh")
    String zh;

    @Column(name = "name_en")
    String en;

    @Column(name = "holder")
    String holder;

    @Column(name = "places")
    String places;

    @Column(name = "single")
    boolean single;

    @Column(name = "duty")
    String duty;

    @Column(name = "representative")
    boolean representative;

    @Column(name = "version")
    long version;

    void set(PostKindDraft draft) {
        code = draft.code();
        zh = draft.name().zh();
        en = draft.name().en();
        holder = draft.holder();
        places = Codes.joined(draft.places());
        single = draft.single();
        duty = draft.duty();
        representative = draft.representative();
        version++;
    }

    PostKind kind() {
        return new PostKind(code, new Text(zh, en), holder, Codes.split(places), single, duty, representative, version);
    }
}
