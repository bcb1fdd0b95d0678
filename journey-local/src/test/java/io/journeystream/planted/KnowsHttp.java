package io.journeystream.planted;

import java.net.http.HttpClient;

class KnowsHttp {
    final HttpClient client = HttpClient.newHttpClient();
}
