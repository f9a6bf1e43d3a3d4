/**
 * The administration and leaders invite consultants and researchers. Start at {@link
 * dk.kvalitetsbro.invitations.InvitationsView}; what an invitation opens is in the table of rights.
 */
@NullMarked
package dk.kvalitetsbro.invitations;

import org.jspecify.annotations.NullMarked;
