package org.quanzu.platform.signin;

import java.util.Map;
import org.quanzu.console.Operator;
import org.quanzu.console.door.NotLetIn;
import org.quanzu.platform.access.Users;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Somebody a provider vouches for, known as an operator of this product. */
final class Visitor extends DefaultOidcUser {
    private static final long serialVersionUID = 1;
    private final Operator operator;

    private Visitor(OidcUser user, Operator operator) {
        super(AuthorityUtils.createAuthorityList("ROLE_" + operator.role()), user.getIdToken(), user.getUserInfo());
        this.operator = operator;
    }

    Operator operator() {
        return operator;
    }

    @Override
    public String getName() {
        return operator.name();
    }

    /** Asks the provider about whom it let in, and notes them among the users, so that they can be shut out here too. */
    static final class Service extends OidcUserService {
        private final OidcSettings settings;
        private final Users users;

        Service(OidcSettings settings, Users users) {
            this.settings = settings;
            this.users = users;
        }

        /** Throws {@link TurnedAway} for whom this product has no role. */
        @Override
        public OidcUser loadUser(OidcUserRequest request) {
            var user = super.loadUser(request);
            var claims = new Claims(Map.copyOf(user.getClaims()), settings);
            var name = claims.name().orElseThrow(() -> new TurnedAway(NotLetIn.NOBODY, "no-name"));
            var role = claims.role().orElseThrow(() -> new TurnedAway(name, "no-role"));
            var operator = claims.operator(name, role);
            try {
                if (!users.vouchFor(name, operator.displayName(), role, operator.units())) {
                    throw new TurnedAway(name, "shut-out");
                }
            } catch (DataAccessException e) {
                throw new AuthenticationServiceException("The users cannot be written now", e);
            }
            return new Visitor(user, operator);
        }
    }

    /** The provider vouches for {@code who}, but this product does not let them in. */
    static final class TurnedAway extends OAuth2AuthenticationException {
        private static final long serialVersionUID = 1;
        private final String who;
        private final String why;

        TurnedAway(String who, String why) {
            super(new OAuth2Error(why));
            this.who = who;
            this.why = why;
        }

        String who() {
            return who;
        }

        String why() {
            return why;
        }
    }
}
