package org.gridloom.platform.security.internal.jaas;

import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.config.JaasRealm;
import org.gridloom.platform.security.internal.ConsoleSignIn;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts the platform's accounts in the place of Karaf's own: whoever signs in on the console is one of them. */
@Component
public class AccountRealm implements JaasRealm {

    private static final String NAME = "karaf";
    private static final int BEFORE_KARAFS_OWN = 100;

    private final AppConfigurationEntry[] entries;

    @Activate
    public AccountRealm(BundleContext context, @Reference ConsoleSignIn signIn) {
        entries = new AppConfigurationEntry[] {
            new AppConfigurationEntry(
                    ProxyLoginModule.class.getName(),
                    LoginModuleControlFlag.REQUIRED,
                    Map.of(
                            ProxyLoginModule.PROPERTY_MODULE,
                            AccountLoginModule.class.getName(),
                            ProxyLoginModule.PROPERTY_BUNDLE,
                            Long.toString(context.getBundle().getBundleId()),
                            ConsoleSignIn.class.getName(),
                            signIn))
        };
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public int getRank() {
        return BEFORE_KARAFS_OWN;
    }

    @Override
    public AppConfigurationEntry[] getEntries() {
        return entries.clone();
    }
}
