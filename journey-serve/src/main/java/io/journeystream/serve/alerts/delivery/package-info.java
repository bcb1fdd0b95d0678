/** Alerts are told to whoever has subscribed: what is due, sending it, and keeping what became of it. */
package io.journeystream.serve.alerts.delivery;
