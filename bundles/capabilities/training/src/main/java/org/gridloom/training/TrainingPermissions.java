package org.gridloom.training;

/** What the training capability asks of a caller. */
public final class TrainingPermissions {

    /** See programmes, studios, trainers, sessions, attendance, certificates and coverage. */
    public static final String READ = "training.session.read";
    /** Keep programmes, studios, trainers and sessions. */
    public static final String EDIT = "training.session.edit";
    /** Enrol people, record attendance and scores. */
    public static final String RECORD = "training.attendance.record";
    /** Issue and revoke certificates. */
    public static final String CERTIFY = "training.certificate.issue";

    private TrainingPermissions() {}
}
