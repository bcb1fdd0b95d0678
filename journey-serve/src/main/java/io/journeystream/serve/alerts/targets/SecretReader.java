package io.journeystream.serve.alerts.targets;

import io.journeystream.serve.alerts.secrets.Found;
import io.journeystream.serve.alerts.secrets.SecretPlace;
import io.journeystream.serve.alerts.secrets.Secrets;
import java.net.URI;

/** Secrets that are needed now. A missing one may be there later. */
final class SecretReader {
    private final Secrets secrets;

    SecretReader(Secrets secrets) {
        this.secrets = secrets;
    }

    String read(SecretPlace place) throws NotSent {
        Found found = secrets.find(place);
        if (found instanceof Found.Secret secret) {
            return secret.value();
        }
        throw NotSent.yet(((Found.Missing) found).why());
    }

    URI read(WebAddress address) throws NotSent {
        if (address instanceof WebAddress.Written written) {
            return written.uri();
        }
        SecretPlace place = ((WebAddress.Kept) address).place();
        return WebAddress.uri(read(place)).orElseThrow(() -> NotSent.yet("what " + place + " holds is no URL of HTTP"));
    }
}
