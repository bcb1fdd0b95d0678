/** Asks alert rules as time goes on, and publishes what fires. */
package io.journeystream.serve.alerts.watch;
