package org.gridloom.platform.operations.internal.doctor;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Files and connections that the process has open, and how many it may. */
public record OpenFiles(long open, long most) {

    /** Empty where the system does not count them. */
    public static Optional<OpenFiles> count() {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName system = new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME);
            return Optional.of(new OpenFiles(
                    ((Number) beans.getAttribute(system, "OpenFileDescriptorCount")).longValue(),
                    ((Number) beans.getAttribute(system, "MaxFileDescriptorCount")).longValue()));
        } catch (JMException e) {
            return Optional.empty();
        }
    }
}
