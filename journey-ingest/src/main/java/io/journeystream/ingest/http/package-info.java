/** The edge over HTTP. */
package io.journeystream.ingest.http;
