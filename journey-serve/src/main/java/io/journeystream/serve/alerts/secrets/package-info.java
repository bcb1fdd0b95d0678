/** Where the secrets of targets are found, which are never written down with them. */
package io.journeystream.serve.alerts.secrets;
