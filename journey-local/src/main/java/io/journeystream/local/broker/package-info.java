/** A whole Kafka in this process: one node, broker and controller in one, on loopback only. */
package io.journeystream.local.broker;
