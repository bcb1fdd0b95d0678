/** Who may use the edge. */
package io.journeystream.ingest.keys;
