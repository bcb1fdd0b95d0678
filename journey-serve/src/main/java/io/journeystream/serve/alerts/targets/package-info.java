/** Where alerts are sent: webhooks, chat, mail, pagers, and what each of them wants to be told. */
package io.journeystream.serve.alerts.targets;
