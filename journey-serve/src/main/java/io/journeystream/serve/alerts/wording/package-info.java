/** What people are told of alerts, whatever they read it in. */
package io.journeystream.serve.alerts.wording;
