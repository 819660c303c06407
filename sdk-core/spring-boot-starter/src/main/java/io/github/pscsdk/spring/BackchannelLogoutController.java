package io.github.pscsdk.spring;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.RelyingParty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes logouts that Pro Santé Connect reports (OpenID Connect Back-Channel Logout 1.0, section 2.8); {@link PrivateAnswers} adds its header. */
@RestController
final class BackchannelLogoutController {
    private static final Logger LOG = LoggerFactory.getLogger(BackchannelLogoutController.class);

    private final RelyingParty relyingParty;

    BackchannelLogoutController(RelyingParty relyingParty) {
        this.relyingParty = relyingParty;
    }

    @PostMapping(path = PscAddresses.BACKCHANNEL_LOGOUT, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> accept(@RequestParam(name = "logout_token", defaultValue = "") String token)
            throws InterruptedException {
        try {
            RelyingParty.await(relyingParty.acceptLogoutToken(token));
            return ResponseEntity.ok().build();
        } catch (PscException e) {
            LOG.warn("a reported logout was refused: {}", e.problem().code());
            return ResponseEntity.badRequest().build();
        }
    }
}
