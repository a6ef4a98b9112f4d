package org.gridloom.benchmarks.floor;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.sql.DataSource;

/** Checks the token, lends a connection, writes what the servlet gives. */
abstract class FloorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String BEARER = "Bearer ";
    private static final String SESSION = """
            select a.name, a.enabled, t.revision from security_session s
            join security_account a on a.id = s.account_id
            join security_state t on t.id = 1
            where s.token_hash = ?""";

    static final ObjectMapper JSON = new ObjectMapper();

    private final transient DataSource pool;

    FloorServlet(DataSource pool) {
        this.pool = pool;
    }

    /** Does the work for the account. */
    abstract void serve(Connection connection, String account, HttpServletRequest request, HttpServletResponse response)
            throws SQLException, IOException;

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (Connection connection = pool.getConnection()) {
            String account = account(connection, request.getHeader("Authorization"));
            if (account == null) {
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                return;
            }
            response.setContentType("application/json");
            serve(connection, account, request, response);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static String account(Connection connection, String authorization) throws SQLException {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            return null;
        }
        String token = authorization.substring(BEARER.length());
        try (PreparedStatement select = connection.prepareStatement(SESSION)) {
            select.setString(1, hash(("7:session" + token.length() + ":" + token).getBytes(StandardCharsets.US_ASCII)));
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(2) ? row.getString(1) : null;
            }
        }
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonGenerator json(HttpServletResponse response) throws IOException {
        return JSON.createGenerator(response.getOutputStream());
    }
}
