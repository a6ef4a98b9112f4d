package ${package}.internal.store;

import ${package}.Entry;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** An entry as it is stored. */
@Entity
@Table(name = "${capability}_entry")
public class EntryEntity {

    @Id
    @Column(name = "code")
    private String code;

    @Column(name = "title")
    private String title;

    @Column(name = "unit_code")
    private String unit;

    @Column(name = "on_day")
    private LocalDate day;

    @Column(name = "version")
    private long version;

    EntryEntity become(Entry entry) {
        code = entry.code();
        title = entry.title();
        unit = entry.unit();
        day = entry.day();
        version = entry.version();
        return this;
    }

    Entry view() {
        return new Entry(code, title, unit, day, version);
    }
}
