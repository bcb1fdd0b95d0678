/** What the stack takes from the machine it runs on: a directory of its own and ports. Knows no Kafka. */
package io.journeystream.local.machine;
