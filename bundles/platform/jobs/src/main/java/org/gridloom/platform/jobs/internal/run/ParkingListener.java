package org.gridloom.platform.jobs.internal.run;

import org.gridloom.platform.job.Job;

/** Learns that a job waits for an operator, after that was committed. */
public interface ParkingListener {

    void parked(long id, Job job);
}
