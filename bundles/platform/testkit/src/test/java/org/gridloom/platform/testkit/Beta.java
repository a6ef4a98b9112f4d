package org.gridloom.platform.testkit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

@Entity
@Table(name = "beta_item")
public class Beta {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "beta_sequence")
    @SequenceGenerator(name = "beta_sequence", sequenceName = "beta_sequence", allocationSize = 50)
    private Long id;

    @Column(nullable = false)
    private String name;

    @Version
    private long version;

    protected Beta() {}

    public Beta(String name) {
        this.name = name;
    }

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public void rename(String newName) {
        name = newName;
    }
}
