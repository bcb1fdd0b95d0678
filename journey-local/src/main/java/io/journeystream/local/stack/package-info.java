/** Broker, registry and topics, started and stopped together. */
package io.journeystream.local.stack;
