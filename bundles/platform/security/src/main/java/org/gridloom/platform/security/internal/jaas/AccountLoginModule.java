package org.gridloom.platform.security.internal.jaas;

import java.io.IOException;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.internal.ConsoleAddress;
import org.gridloom.platform.security.internal.ConsoleSignIn;

/** Signs a console user in by name and password. Keys are not accepted: an account has a password only. */
public class AccountLoginModule implements LoginModule {

    private static final String THIS_MACHINE = "127.0.0.1";

    private Subject subject;
    private CallbackHandler handler;
    private ConsoleSignIn signIn;
    private ConsoleSignIn.User user;

    @Override
    public void initialize(
            Subject newSubject, CallbackHandler newHandler, Map<String, ?> sharedState, Map<String, ?> options) {
        subject = newSubject;
        handler = newHandler;
        signIn = (ConsoleSignIn) options.get(ConsoleSignIn.class.getName());
    }

    @Override
    public boolean login() throws LoginException {
        NameCallback name = new NameCallback("name");
        PasswordCallback password = new PasswordCallback("password", false);
        try {
            handler.handle(new Callback[] {name, password});
        } catch (IOException | UnsupportedCallbackException e) {
            throw new FailedLoginException("A name and a password are needed");
        }
        if (name.getName() == null || password.getPassword() == null) {
            throw new FailedLoginException("A name and a password are needed");
        }
        String source = ConsoleAddress.of(subject).orElse(THIS_MACHINE);
        try {
            user = signIn.signIn(name.getName(), new String(password.getPassword()), source);
            return true;
        } catch (Problem problem) {
            throw new FailedLoginException(problem.getMessage());
        } finally {
            password.clearPassword();
        }
    }

    @Override
    public boolean commit() {
        if (user == null) {
            return false;
        }
        subject.getPrincipals().addAll(user.principals());
        signIn.watch(subject);
        return true;
    }

    @Override
    public boolean abort() {
        user = null;
        return true;
    }

    @Override
    public boolean logout() {
        if (user != null) {
            subject.getPrincipals().removeAll(user.principals());
        }
        return true;
    }
}
