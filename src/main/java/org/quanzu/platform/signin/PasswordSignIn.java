package org.quanzu.platform.signin;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.quanzu.console.Operator;
import org.quanzu.platform.access.Secret;
import org.quanzu.platform.access.User;
import org.quanzu.platform.access.Users;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Lets in who knows the password. Unknown, delayed and disabled users cost the same time and get the same answer as a wrong
 * password.
 */
final class PasswordSignIn implements AuthenticationProvider {
    private static final Pattern NAME = Pattern.compile("[a-z0-9._@-]{1,64}");
    private static final int LONGEST_PASSWORD = 200;
    private static final int AT_ONCE = 8; // guessing must not take the threads that score events
    private static final long LEAST_NANOS = 250_000_000;
    private final Users users;
    private final PasswordEncoder encoder;
    private final String nobody;
    private final Semaphore doors = new Semaphore(AT_ONCE);

    PasswordSignIn(Users users, PasswordEncoder encoder) {
        this.users = users;
        this.encoder = encoder;
        this.nobody = Objects.requireNonNull(encoder.encode(Secret.password()));
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        if (!doors.tryAcquire()) {
            throw new AuthenticationServiceException("More than " + AT_ONCE + " people sign in at once");
        }
        var start = System.nanoTime();
        try {
            return judge(attempt);
        } catch (BadCredentialsException e) {
            waitUntil(start + LEAST_NANOS);
            throw e;
        } catch (DataAccessException e) {
            throw new AuthenticationServiceException("The users cannot be read now", e);
        } finally {
            doors.release();
        }
    }

    private Authentication judge(Authentication attempt) {
        var name = attempt.getName().strip().toLowerCase(Locale.ROOT);
        var address = attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        var password = String.valueOf(attempt.getCredentials());
        var hash = NAME.matcher(name).matches() ? users.beginTry(name, address) : Optional.<String>empty();
        var right = encoder.matches(password.length() > LONGEST_PASSWORD ? "" : password, hash.orElse(nobody));
        if (!right || hash.isEmpty()) {
            throw new BadCredentialsException("The name or the password is wrong, or too many tries from this address failed");
        }
        users.forgetTries(name, address);
        return signedIn(users.find(name).orElseThrow(() -> new BadCredentialsException("The user is gone")));
    }

    /** Counting the try of a known name takes a little longer; this hides it. */
    private static void waitUntil(long end) {
        LockSupport.parkNanos(Math.max(0, end - System.nanoTime()));
    }

    private static Authentication signedIn(User user) {
        var role = user.role().name();
        var operator = new Operator(user.name(), user.displayName(), role, user.units());
        return UsernamePasswordAuthenticationToken.authenticated(
                operator, null, AuthorityUtils.createAuthorityList("ROLE_" + role));
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
