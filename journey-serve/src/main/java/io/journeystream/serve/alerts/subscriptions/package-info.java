/** Who hears of which alerts and where, and what nobody is to hear of for a while. */
package io.journeystream.serve.alerts.subscriptions;
